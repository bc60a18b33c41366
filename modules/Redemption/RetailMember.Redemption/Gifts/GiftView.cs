using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Gifts;

/// <summary>A gift as staff reads it.</summary>
/// <param name="Reason">Code of the rule that gave it, or why another module did.</param>
/// <param name="State">One whose last day to claim is over has lapsed, whether the nightly job has been here or not.</param>
/// <param name="ClaimUntil">Last day to claim it; null where it was given at once.</param>
/// <param name="MovedAt">When it was earned, given, declined or taken back last, UTC.</param>
/// <param name="MovedBy">And by whom.</param>
/// <param name="Refusal">Code of why it, or part of it, could not be given; null where nothing is missing.</param>
/// <param name="Note">Why it was taken back or declined, or how its member was known who claimed it.</param>
internal sealed record GiftView(
    Guid Gift,
    string Reason,
    GiftState State,
    DateOnly EarnedOn,
    DateOnly? ClaimUntil,
    IReadOnlyList<GiftView.Part> Parts,
    DateTime MovedAt,
    string MovedBy,
    string? Refusal,
    string? Note)
{
    public static GiftView Of(Gift gift, DateOnly today) => new(
        gift.Id,
        gift.Reason,
        gift.State == GiftState.Earned && gift.ClaimUntil < today ? GiftState.Lapsed : gift.State,
        gift.EarnedOn,
        gift.ClaimUntil,
        [.. GiftPart.Of(gift).Select(p => new Part(p.Code, p.IsReward, p.Held))],
        gift.MovedAt,
        gift.MovedBy,
        gift.Refusal,
        gift.Note);

    /// <param name="Code">Of the voucher definition, or of the reward.</param>
    /// <param name="Held">The member has it, or has used it.</param>
    internal sealed record Part(string Code, bool IsReward, bool Held);
}
