using System.Text.Json.Serialization;
using RetailMember.Values;

namespace RetailMember.StoredValue.Types.Rules;

/// <summary>A load, and a spend after it where one is named, with what must come of them.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Load">Yuan that are paid.</param>
/// <param name="Spend">Yuan that are then spent of an otherwise empty card.</param>
internal sealed record CardTypeExample(
    string Title,
    [property: JsonPropertyName("loadAmount")] Money Load,
    [property: JsonPropertyName("spendAmount")] Money? Spend,
    [property: JsonPropertyName("mustLeave")] CardTypeExampleResult Expected);

/// <summary>What an example must come to.</summary>
internal sealed record CardTypeExampleResult
{
    /// <summary>Whether the load is taken at all.</summary>
    [JsonPropertyName("accepted")]
    public required bool Loaded { get; init; }

    /// <summary>Yuan on the card.</summary>
    public Money Principal { get; init; }

    /// <summary>Yuan on the card.</summary>
    public Money Bonus { get; init; }

    public static CardTypeExampleResult Of(Pockets pockets) =>
        new() { Loaded = true, Principal = new Money(pockets.PrincipalFen), Bonus = new Money(pockets.BonusFen) };
}

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
            return new CardTypeExampleResult { Loaded = false };
        var left = loaded - loaded.Split(Math.Min(spendFen, loaded.TotalFen), terms.SpendRule);
        return CardTypeExampleResult.Of(left);
    }
}
