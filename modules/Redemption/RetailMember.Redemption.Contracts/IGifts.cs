namespace RetailMember.Redemption;

/// <summary>
/// Gives members gifts for a reason, and takes them back when it falls away: vouchers at once, or anything once the member
/// has claimed it in time. Works for the session's current brand, inside the caller's transaction: what the caller rolls
/// back never happened. Each item of a call keeps its own outcome.
/// </summary>
public interface IGifts
{
    /// <summary>
    /// Gives gifts, or lets them wait to be claimed. The same key again returns the first gift; one that was taken back
    /// meanwhile is given anew, unless it was taken back for good. Refuses: <see cref="GiftRefusals.WindowOver"/>,
    /// <see cref="GiftRefusals.KeyReused"/>, <see cref="GiftRefusals.UnknownContents"/>, and as
    /// <see cref="IVouchers.IssueAsync"/> does where nothing of a gift could be issued.
    /// </summary>
    Task<IReadOnlyList<GiftOutcome>> GrantAsync(IReadOnlyList<GiftGrant> grants, CancellationToken cancel);

    /// <summary>
    /// Takes gifts back whose reason fell away: a claim that waits, and of what was given whatever is still unused.
    /// Refuses: <see cref="GiftRefusals.NotFound"/>, and <see cref="GiftRefusals.Used"/> where nothing is left to take.
    /// </summary>
    Task<IReadOnlyList<GiftRevoked>> RevokeAsync(IReadOnlyList<GiftRevocation> revocations, CancellationToken cancel);

    /// <summary>The gifts granted under these keys; a key that granted none is absent.</summary>
    Task<IReadOnlyDictionary<string, GiftState>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancel);
}
