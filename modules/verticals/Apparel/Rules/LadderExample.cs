using System.Globalization;
using RetailMember.Rules;
using RetailMember.Values;

namespace RetailMember.Apparel.Rules;

/// <summary>A worked example: what the points of a month are worth in vouchers.</summary>
internal sealed record LadderExample(long Points, Money Worth)
{
    public ExampleRun Run(LadderTerms ladder) => new(
        Points.ToString(CultureInfo.InvariantCulture), Text(Worth),
            Text(new Money(ladder.BroughtBy(Points).Sum(r => r.Worth.Fen))));

    private static string Text(Money money) => "¥" + money.Yuan.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>The examples of the ladder as it is delivered.</summary>
internal static class LadderExamples
{
    public static IReadOnlyList<LadderExample> Usual { get; } =
    [
        new(999, Money.Zero),
        new(1_000, Money.FromYuan(50)),
        new(2_050, Money.FromYuan(200)),
        new(3_200, Money.FromYuan(350)),
    ];
}
