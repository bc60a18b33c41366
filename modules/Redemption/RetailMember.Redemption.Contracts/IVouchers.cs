namespace RetailMember.Redemption;

/// <summary>
/// Issues, uses, gives back and revokes vouchers for other modules. Works for the session's current brand, inside the
/// caller's transaction: what the caller rolls back never happened. Each item of a call keeps its own outcome, and a call
/// takes a handful of statements however many items it has. Vouchers are locked in the order of their keys.
/// </summary>
public interface IVouchers
{
    /// <summary>
    /// Issues vouchers of active definitions. The same key again returns the first voucher.
    /// Refuses: <see cref="VoucherRefusals.DefinitionNotActive"/>, <see cref="VoucherRefusals.MemberHasMost"/>,
    /// <see cref="VoucherRefusals.IssueKeyReused"/>.
    /// </summary>
    Task<IReadOnlyList<VoucherIssueOutcome>> IssueAsync(IReadOnlyList<VoucherIssue> issues, CancellationToken cancel);

    /// <summary>
    /// What vouchers are worth for baskets, nothing written. Refuses as <see cref="SettleAsync"/> does.
    /// </summary>
    Task<IReadOnlyList<VoucherSettlement>> QuoteAsync(IReadOnlyList<VoucherReceipt> receipts, CancellationToken cancel);

    /// <summary>
    /// Uses vouchers for receipts, in the order given. A receipt's vouchers stand or fall together. The caller sees to it
    /// that a receipt comes once. Refuses: <see cref="VoucherRefusals.NotUsable"/>, <see cref="VoucherRefusals.NotYet"/>,
    /// <see cref="VoucherRefusals.NotHere"/>, <see cref="VoucherRefusals.BelowMinimum"/>,
    /// <see cref="VoucherRefusals.NotApplicable"/>, <see cref="VoucherRefusals.DoNotStack"/>.
    /// </summary>
    Task<IReadOnlyList<VoucherSettlement>> SettleAsync(IReadOnlyList<VoucherReceipt> receipts, CancellationToken cancel);

    /// <summary>
    /// Gives uses back after refunds. A voucher that may be used in parts gets the amount back; any other is issued again
    /// once its whole use was given back. One that has expired or was revoked meanwhile gets nothing back.
    /// Refuses: <see cref="VoucherRefusals.UseNotFound"/>, <see cref="VoucherRefusals.OverReturn"/>.
    /// </summary>
    Task<IReadOnlyList<VoucherReturned>> GiveBackAsync(IReadOnlyList<VoucherReturn> returns, CancellationToken cancel);

    /// <summary>
    /// Takes vouchers back whose reason fell away, with what they still hold; a member may then earn them anew.
    /// Refuses: <see cref="VoucherRefusals.NotUsable"/> where nothing is left to take.
    /// </summary>
    Task<IReadOnlyList<VoucherRevoked>> RevokeAsync(
        IReadOnlyList<VoucherRevocation> revocations, CancellationToken cancel);
}

/// <summary>When and where something happens to a voucher, and who does it; kept in its history.</summary>
/// <param name="At">UTC.</param>
/// <param name="On">The business date in the brand's time zone.</param>
/// <param name="Operator">A person, a till, a job. At most 64 characters.</param>
/// <param name="StoreId">The store; null where it happens at none.</param>
public sealed record VoucherOccasion(DateTime At, DateOnly On, string Operator, int? StoreId = null);
