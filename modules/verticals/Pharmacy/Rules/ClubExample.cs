using System.Globalization;
using RetailMember.Rules;

namespace RetailMember.Pharmacy.Rules;

/// <summary>A worked example of the club's rules.</summary>
/// <param name="Asks">What is asked.</param>
/// <param name="Points">The balance on a member day, or what was earned in the quarter or year.</param>
/// <param name="Gives">Points that a member day gives; 1 or 0 where a card is reached or not.</param>
internal sealed record ClubExample(ClubQuestion Asks, long Points, long Gives)
{
    public ExampleRun Run(ClubTerms terms) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Asks} {Points}"), Text(Gives), Text(Asks switch
        {
            ClubQuestion.TopUp => terms.TopUp.PointsFor(Points),
            ClubQuestion.Gold => terms.Gold.IsReached(Points) ? 1 : 0,
            ClubQuestion.Diamond => terms.Diamond.IsReached(gold: true, Points, 0) ? 1 : 0,
            _ => throw new ArgumentOutOfRangeException(nameof(terms), Asks, null),
        }));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What an example asks.</summary>
internal enum ClubQuestion
{
    /// <summary>How many points a balance is given on a member day.</summary>
    TopUp,

    /// <summary>Whether points of a quarter reach the gold card.</summary>
    Gold,

    /// <summary>Whether a gold member's points of a year reach the diamond card.</summary>
    Diamond,
}

/// <summary>The examples of the rules as they are delivered.</summary>
internal static class ClubExamples
{
    public static IReadOnlyList<ClubExample> Usual { get; } =
    [
        new(ClubQuestion.TopUp, 1_399, 0),
        new(ClubQuestion.TopUp, 1_400, 100),
        new(ClubQuestion.TopUp, 1_800, 200),
        new(ClubQuestion.TopUp, 4_500, 500),
        new(ClubQuestion.TopUp, 5_499, 0),
        new(ClubQuestion.TopUp, 9_999, 1),
        new(ClubQuestion.TopUp, 12_500, 0),
        new(ClubQuestion.Gold, 1_199, 0),
        new(ClubQuestion.Gold, 1_200, 1),
        new(ClubQuestion.Diamond, 4_999, 0),
        new(ClubQuestion.Diamond, 5_000, 1),
    ];
}
