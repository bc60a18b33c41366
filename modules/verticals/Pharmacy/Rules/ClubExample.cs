using System.Globalization;
using RetailMember.Rules;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Rules;

/// <summary>A worked example of the club's rules.</summary>
/// <param name="Asks">What is asked.</param>
/// <param name="Points">
/// The balance on a member day, what was earned in the quarter or year, the list price in whole yuan, a month, a place, or a
/// quarter.
/// </param>
/// <param name="Gives">
/// Points that a member day gives; 1 or 0 where a card or a gift is reached or not; whole yuan to pay; a day.
/// </param>
internal sealed record ClubExample(ClubQuestion Asks, long Points, long Gives)
{
    /// <summary>Of a price: how many are bought.</summary>
    public int Pieces { get; init; }

    /// <summary>The year of examples that ask for a day.</summary>
    private const int CommonYear = 2025;

    public ExampleRun Run(ClubTerms terms) => new(
        Asks == ClubQuestion.GroupPrice
            ? string.Create(CultureInfo.InvariantCulture, $"{Asks} {Pieces} {Points}")
            : string.Create(CultureInfo.InvariantCulture, $"{Asks} {Points}"),
        Text(Gives), Asks == ClubQuestion.GroupPrice ? Price(terms.GroupPrice) : Text(Asks switch
        {
            ClubQuestion.TopUp => terms.TopUp.PointsFor(Points),
            ClubQuestion.Gold => terms.Gold.IsReached(Points) ? 1 : 0,
            ClubQuestion.Diamond => terms.Diamond.IsReached(gold: true, Points, 0) ? 1 : 0,
            ClubQuestion.MemberDay => Points is >= 1 and <= 12 ? MemberDay(terms.TopUp, (int)Points) : 0,
            ClubQuestion.Ranked => Points >= 1 && Points <= terms.Ranking.Places ? 1 : 0,
            ClubQuestion.Frozen => Points is >= 1 and <= 4 ? DaysUntilFrozen(terms.Ranking, new Quarter(CommonYear, (int)Points)) : 0,
            _ => throw new ArgumentOutOfRangeException(nameof(terms), Asks, null),
        }));

    private string Price(GroupPriceTerms terms)
    {
        var list = new Money(checked(Points * 100));
        var rate = terms.RateFor(Pieces, list.Fen) is { } reduced ? PayRate.From(reduced) : PayRate.Full;
        return new Money(rate.Of(list.Fen)).Yuan.ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static long MemberDay(TopUpTerms terms, int month) => terms.NextMemberDay(new DateOnly(CommonYear, month, 1)).Day;

    private static long DaysUntilFrozen(RankingTerms terms, Quarter quarter) =>
        terms.FreezesOn(quarter).DayNumber - quarter.Last.DayNumber;

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

    /// <summary>What a company pays for so many pieces of such a list price.</summary>
    GroupPrice,

    /// <summary>Which day of a month of a common year is the member day.</summary>
    MemberDay,

    /// <summary>Whether a place of the quarter's ranking has the gift.</summary>
    Ranked,

    /// <summary>How many days after the last one of a quarter its places are frozen.</summary>
    Frozen,
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
        new(ClubQuestion.Ranked, 100, 1),
        new(ClubQuestion.Ranked, 101, 0),
        new(ClubQuestion.Frozen, 2, 8),
    ];
}
