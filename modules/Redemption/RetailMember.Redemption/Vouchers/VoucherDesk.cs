namespace RetailMember.Redemption.Vouchers;

/// <summary>The front of the vouchers, for other modules and for this one.</summary>
internal sealed class VoucherDesk(VoucherIssuer issuer, VoucherTill till, VoucherReturns returns, VoucherRevoker revoker)
    : IVouchers
{
    public Task<IReadOnlyList<VoucherIssueOutcome>> IssueAsync(
        IReadOnlyList<VoucherIssue> issues, CancellationToken cancel) => issuer.IssueAsync(issues, cancel);

    public Task<IReadOnlyList<VoucherSettlement>> QuoteAsync(
        IReadOnlyList<VoucherReceipt> receipts, CancellationToken cancel) => till.QuoteAsync(receipts, cancel);

    public Task<IReadOnlyList<VoucherSettlement>> SettleAsync(
        IReadOnlyList<VoucherReceipt> receipts, CancellationToken cancel) => till.SettleAsync(receipts, cancel);

    public Task<IReadOnlyList<VoucherReturned>> GiveBackAsync(
        IReadOnlyList<VoucherReturn> given, CancellationToken cancel) => returns.GiveBackAsync(given, cancel);

    public Task<IReadOnlyList<VoucherRevoked>> RevokeAsync(
        IReadOnlyList<VoucherRevocation> revocations, CancellationToken cancel) => revoker.RevokeAsync(revocations, cancel);
}
