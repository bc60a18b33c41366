using System.Text.Json.Serialization;
using RetailMember.Values;

namespace RetailMember.Membership.Tags;

/// <summary>A member made up, and whether he must have the tag.</summary>
internal sealed record TagExample(string Title, [property: JsonPropertyName("case")] TagCase Given, bool MustHave);

/// <summary>A member made up.</summary>
internal sealed record TagCase
{
    /// <summary>The day on which the rule looks.</summary>
    [JsonPropertyName("businessDate")]
    public required DateOnly On { get; init; }

    /// <summary>Left out: that very day.</summary>
    public DateOnly? JoinedOn { get; init; }

    public string? TierCode { get; init; }

    public DateOnly? Birthday { get; init; }

    [JsonPropertyName("pastReceipts")]
    public IReadOnlyList<TagCaseReceipt> Receipts { get; init; } = [];

    public TagFacts ToFacts() => new(On, JoinedOn ?? On, TierCode ?? "", Birthday, [.. Receipts.Select(r => r.ToFacts())]);
}

/// <summary>A receipt made up.</summary>
/// <param name="Paid">Yuan.</param>
internal sealed record TagCaseReceipt(DateOnly BusinessDate, Money Paid)
{
    /// <summary>0 to 23; left out: noon.</summary>
    public int? Hour { get; init; }

    public string? StoreCode { get; init; }

    /// <summary>The category of all of it.</summary>
    public string? Category { get; init; }

    /// <summary>Of that category; left out: one.</summary>
    public int? Pieces { get; init; }

    internal TagReceipt ToFacts() => new(
        BusinessDate, Hour ?? 12, StoreCode ?? "", Paid.Fen,
        Category is null ? [] : [new TagLine(Category, Pieces ?? 1, Paid.Fen)]);
}

/// <summary>An example with what really came of it.</summary>
internal sealed record TagExampleRun(string Title, bool Passed, bool MustHave, bool Has)
{
    public static IReadOnlyList<TagExampleRun> Of(TagTerms terms) => [.. terms.Examples.Select(e => Of(terms, e))];

    private static TagExampleRun Of(TagTerms terms, TagExample example)
    {
        var has = TagJudge.Judge(terms, example.Given.ToFacts()).Holds;
        return new TagExampleRun(example.Title, has == example.MustHave, example.MustHave, has);
    }
}
