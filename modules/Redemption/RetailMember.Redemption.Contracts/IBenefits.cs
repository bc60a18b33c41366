namespace RetailMember.Redemption;

/// <summary>
/// What members are entitled to by their tier, by a condition that a module knows, or because it was granted to them: free
/// delivery, so many offers a month, a pram for an afternoon. Works for the session's current brand, inside the caller's
/// transaction. Each item of a call keeps its own outcome.
/// </summary>
public interface IBenefits
{
    /// <summary>What members may have on a day, used up or not; a member without any is absent.</summary>
    /// <param name="members">Their keys.</param>
    /// <param name="on">Business date of the brand.</param>
    /// <param name="storeId">Where they are; null leaves out what counts at some stores only.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<MemberBenefit>>> ReadAsync(
        IReadOnlyCollection<Guid> members, DateOnly on, int? storeId, CancellationToken cancel);

    /// <summary>
    /// Uses benefits once each. The same key again is answered with the first use. Refuses:
    /// <see cref="BenefitRefusals.NotEntitled"/>, <see cref="BenefitRefusals.UsedUp"/>, <see cref="BenefitRefusals.KeyReused"/>,
    /// and as <see cref="IVouchers.IssueAsync"/> does where a use gives a voucher.
    /// </summary>
    Task<IReadOnlyList<BenefitOutcome>> UseAsync(IReadOnlyList<BenefitAsked> uses, CancellationToken cancel);

    /// <summary>
    /// Grants benefits to members for some days, once a source: a member has what any of his grants gives him, and a grant
    /// of the same source that is there already takes these days and this reason.
    /// Refuses: <see cref="BenefitRefusals.NotFound"/>.
    /// </summary>
    Task<IReadOnlyList<BenefitOutcome>> GrantAsync(IReadOnlyList<BenefitGrant> grants, CancellationToken cancel);

    /// <summary>
    /// Ends what was granted, by one source or by all; what others granted stands, and what was used stays used.
    /// Refuses: <see cref="BenefitRefusals.NotFound"/> where nothing stands.
    /// </summary>
    Task<IReadOnlyList<BenefitOutcome>> RevokeAsync(IReadOnlyList<BenefitRevocation> revocations, CancellationToken cancel);
}

/// <summary>What a member is entitled to.</summary>
/// <param name="Benefit">Its code.</param>
/// <param name="Most">How often in the present period; null: as often as he likes.</param>
/// <param name="Used">How often he had it in the present period.</param>
public sealed record MemberBenefit(string Benefit, int? Most, long Used)
{
    /// <summary>How often he may still have it in the present period; null: as often as he likes.</summary>
    public long? Left => Most is { } most ? Math.Max(most - Used, 0) : null;
}

/// <summary>A use that is asked for.</summary>
/// <param name="Key">Business key, at most 100 characters, unique in the brand for ever.</param>
/// <param name="Benefit">Its code.</param>
/// <param name="Member">The member's key.</param>
/// <param name="Occasion">When, where and by whom; the period is that of its business date.</param>
public sealed record BenefitAsked(string Key, string Benefit, Guid Member, VoucherOccasion Occasion);

/// <summary>A benefit for a member.</summary>
/// <param name="Benefit">Its code.</param>
/// <param name="Member">The member's key.</param>
/// <param name="From">First business day.</param>
/// <param name="To">Last business day; null: until it is revoked.</param>
/// <param name="Reason">Why; at most 64 characters.</param>
/// <param name="Occasion">When, where and by whom.</param>
/// <param name="Source">
/// What it is granted for, such as one award of a campaign: at most 64 characters, by which it is changed and ended.
/// </param>
public sealed record BenefitGrant(
    string Benefit, Guid Member, DateOnly From, DateOnly? To, string Reason, VoucherOccasion Occasion,
    string Source = BenefitGrant.ByHand)
{
    /// <summary>The source of what staff grants by name.</summary>
    public const string ByHand = "hand";
}

/// <summary>A grant to end.</summary>
/// <param name="Benefit">Its code.</param>
/// <param name="Member">The member's key.</param>
/// <param name="Occasion">When, where and by whom.</param>
/// <param name="Source">As it was granted; null: whatever stands, whoever granted it.</param>
public sealed record BenefitRevocation(string Benefit, Guid Member, VoucherOccasion Occasion, string? Source = null);

/// <summary>What became of what was asked.</summary>
/// <param name="Left">How often the member may still have it in the period; null: as often as he likes, or refused.</param>
/// <param name="Voucher">The voucher that the use gave, by its key.</param>
/// <param name="Refusal">One of <see cref="BenefitRefusals"/> or <see cref="VoucherRefusals"/>; null where it was done.</param>
public sealed record BenefitOutcome(long? Left = null, Guid? Voucher = null, string? Refusal = null);

/// <summary>The stable codes of what benefits are refused for; each is a text key.</summary>
public static class BenefitRefusals
{
    /// <summary>The brand has no such benefit, or the member was never granted it.</summary>
    public const string NotFound = "redemption.benefit-not-found";

    /// <summary>The member may not have it, on this day or at this store.</summary>
    public const string NotEntitled = "redemption.benefit-not-entitled";

    /// <summary>He has had it as often as he may in this period.</summary>
    public const string UsedUp = "redemption.benefit-used-up";

    /// <summary>The key was used before for another member or benefit.</summary>
    public const string KeyReused = "redemption.benefit-key-reused";
}
