namespace RetailMember.Redemption;

/// <summary>A gift that a member has earned.</summary>
/// <param name="Key">Business key, at most 100 characters, unique in the brand for ever.</param>
/// <param name="Member">Whose it is, by his key.</param>
/// <param name="Contents">What it is made of.</param>
/// <param name="Reason">Why, such as a rule's code; at most 64 characters, shown in its history.</param>
/// <param name="Occasion">The days of use of its vouchers count from the business date on which they are given.</param>
/// <param name="ClaimUntil">
/// Last business day on which the member may claim it; null gives it at once, which only vouchers can be.
/// </param>
public sealed record GiftGrant(
    string Key, Guid Member, GiftContents Contents, string Reason, VoucherOccasion Occasion, DateOnly? ClaimUntil = null);

/// <summary>What a gift is made of; at least one thing, and each once.</summary>
/// <param name="Vouchers">Codes of voucher definitions.</param>
/// <param name="Rewards">
/// Codes of rewards that are goods or services: had for no points. The claim takes their stock, and is refused where one is
/// not to be had.
/// </param>
public sealed record GiftContents(IReadOnlyList<string> Vouchers, IReadOnlyList<string> Rewards)
{
    /// <summary>A gift of vouchers alone.</summary>
    public static GiftContents OfVouchers(params string[] definitions) => new(definitions, []);
}

/// <summary>What became of a <see cref="GiftGrant"/>.</summary>
/// <param name="Gift">The gift's key; null where it was refused.</param>
/// <param name="State">Of the gift, now.</param>
/// <param name="Replayed">True where an earlier call had granted it and it still stands.</param>
/// <param name="Refusal">One of <see cref="GiftRefusals"/> or <see cref="VoucherRefusals"/>; null where it was granted.</param>
public sealed record GiftOutcome(Guid? Gift, GiftState? State, bool Replayed, string? Refusal);

/// <summary>A gift to take back.</summary>
/// <param name="Key">The key under which it was granted.</param>
/// <param name="Reason">Why, such as <c>refund</c>; at most 64 characters.</param>
/// <param name="Occasion">When, where and by whom.</param>
public sealed record GiftRevocation(string Key, string Reason, VoucherOccasion Occasion)
{
    /// <summary>Somebody has decided so: the same key does not give it anew, whatever becomes of its reason.</summary>
    public bool ForGood { get; init; }
}

/// <summary>What became of a <see cref="GiftRevocation"/>.</summary>
/// <param name="State">
/// Revoked, or still given where part of it was used; null where there is no such gift.
/// </param>
/// <param name="Refusal">One of <see cref="GiftRefusals"/>; null where something was taken back.</param>
public sealed record GiftRevoked(GiftState? State, string? Refusal)
{
    /// <summary>How many vouchers and rewards came back, those included that waited to be claimed.</summary>
    public int Taken { get; init; }
}

/// <summary>Where a gift stands.</summary>
public enum GiftState
{
    /// <summary>Waits to be claimed.</summary>
    Earned,

    /// <summary>The member has it.</summary>
    Given,

    /// <summary>Nobody claimed it in time.</summary>
    Lapsed,

    /// <summary>Taken back, because its reason fell away.</summary>
    Revoked,

    /// <summary>
    /// Earned by a rule, and nothing of it could be given: a voucher had ended, or the member had as many as he may. Given
    /// once that is mended.
    /// </summary>
    Failed,

    /// <summary>The member did not want it: it is not given again for the same reason.</summary>
    Declined,
}
