using System.Text.Json.Serialization;
using RetailMember.Brands;
using RetailMember.Ledger;

namespace RetailMember.Membership.Points;

/// <summary>A ledger entry with its reasons.</summary>
/// <param name="Change">Signed.</param>
/// <param name="BusinessDate">In the brand's time zone.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Reverses">The posting that this one takes back or gives back.</param>
/// <param name="StoreCode">Of the store where it happened.</param>
/// <param name="Source">What it belongs to, such as <c>purchase:…</c>.</param>
internal sealed record PostingView(
    long Posting,
    PostingKind Kind,
    long Change,
    long BalanceAfter,
    DateOnly BusinessDate,
    DateTime At,
    long? Reverses,
    string? StoreCode,
    string? Operator,
    string? Source,
    string? Rule,
    int? RuleVersion,
    IReadOnlyList<PostingWhy> Why)
{
    public static PostingView Of(LedgerEntry entry, PostingWords words, IBrandDirectory brands) => new(
        entry.Id,
        entry.Kind,
        entry.Amount,
        entry.BalanceAfter,
        entry.On,
        entry.At,
        entry.ReversesId,
        entry.Reason.StoreId is { } store ? brands.FindStore(store)?.Code : null,
        words.OperatorOf(entry),
        entry.Reason.Source,
        entry.Reason.Rule,
        entry.Reason.RuleVersion,
        words.Of(entry))
    {
        AwardTitle = words.AwardTitleOf(entry),
    };

    /// <summary>For pages: what it is called where it is an award or its undoing.</summary>
    [JsonIgnore]
    public string? AwardTitle { get; init; }
}
