using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// What another system has settled: a mall's voucher, medical insurance, an old gift card. It is remembered and shown; the
/// other system gives it back.
/// </summary>
internal sealed class ExternalTender : ITender
{
    public const string Kind = "external";

    private const int LongestName = 64;

    public Task<IReadOnlyList<TenderOutcome>> QuoteAsync(
        IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<TenderOutcome>>([.. receipts.Select(Lay)]);

    public Task<IReadOnlyList<TenderOutcome>> SettleAsync(
        IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel) => QuoteAsync(receipts, cancel);

    public Task<IReadOnlyList<TenderReturned>> GiveBackAsync(
        IReadOnlyList<TenderReturn> returns, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<TenderReturned>>([.. returns.Select(r => new TenderReturned(r.AmountFen))]);

    private static TenderOutcome Lay(TenderReceipt receipt)
    {
        long[] left = [.. receipt.Lines.Select(l => l.LeftFen)];
        var uses = new List<TenderUse>(receipt.Asked.Count);
        foreach (var asked in receipt.Asked)
        {
            if (asked.AmountFen is not { } fen) return TenderOutcome.Refused(asked.Fault("amount", "field.not-empty"));
            if (fen > left.Sum())
                return TenderOutcome.Refused(new Refusal("purchase.tender-exceeds-total", RefusalKind.Conflict));
            var shares = TenderShares.Spread(fen, left);
            for (var i = 0; i < left.Length; i++) left[i] -= shares[i];
            var code = asked.Code?.Trim();
            uses.Add(new TenderUse(string.IsNullOrEmpty(code) ? Kind : code[..Math.Min(code.Length, LongestName)], Kind, shares));
        }

        return new TenderOutcome(uses);
    }
}
