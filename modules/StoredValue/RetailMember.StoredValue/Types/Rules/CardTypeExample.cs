using System.Text.Json.Serialization;
using RetailMember.Values;

namespace RetailMember.StoredValue.Types.Rules;

/// <summary>A load, and a spend after it where one is named, with what must come of them.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Load">Yuan that are paid.</param>
/// <param name="Spend">Yuan that are then spent of an otherwise empty card.</param>
internal sealed record CardTypeExample(
    string Title, Money Load, Money? Spend, [property: JsonPropertyName("mustLeave")] CardTypeExampleResult Expected);

/// <summary>What an example must come to.</summary>
/// <param name="Loaded">Whether the load is taken at all.</param>
/// <param name="Principal">Yuan on the card.</param>
/// <param name="Bonus">Yuan on the card.</param>
internal sealed record CardTypeExampleResult(bool Loaded, Money Principal = default, Money Bonus = default);

/// <summary>An example with what really came of it.</summary>
internal sealed record CardTypeExampleRun(
    string Title,
    bool Passed,
    [property: JsonPropertyName("mustLeave")] CardTypeExampleResult Expected,
    [property: JsonPropertyName("leaves")] CardTypeExampleResult Actual)
{
    public static IReadOnlyList<CardTypeExampleRun> Of(CardTypeTerms terms) => [.. terms.Examples.Select(e => Of(terms, e))];

    private static CardTypeExampleRun Of(CardTypeTerms terms, CardTypeExample example)
    {
        var actual = ResultOf(terms, example.Load.Fen, example.Spend?.Fen ?? 0);
        return new CardTypeExampleRun(example.Title, actual == example.Expected, example.Expected, actual);
    }

    private static CardTypeExampleResult ResultOf(CardTypeTerms terms, long loadFen, long spendFen)
    {
        var loaded = new Pockets(loadFen, terms.BonusOf(loadFen));
        if (loadFen < terms.MinimumLoad.Fen || loaded.TotalFen > terms.MaximumBalance?.Fen)
            return new CardTypeExampleResult(Loaded: false);
        var left = loaded - loaded.Split(Math.Min(spendFen, loaded.TotalFen), terms.SpendRule);
        return new CardTypeExampleResult(Loaded: true, new Money(left.PrincipalFen), new Money(left.BonusFen));
    }
}
