using System.Globalization;
using RetailMember.Membership;
using RetailMember.Redemption.Vouchers;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Tenders;

/// <summary>Vouchers as a means of payment on members' receipts: only the member's own count.</summary>
internal sealed class VoucherTender(IVouchers vouchers, DefinitionShelf definitions, LookUpThrottle throttle) : ITender
{
    public const string Kind = "voucher";

    public Task<IReadOnlyList<TenderOutcome>> QuoteAsync(
        IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel) => LayAsync(receipts, vouchers.QuoteAsync, cancel);

    public Task<IReadOnlyList<TenderOutcome>> SettleAsync(
        IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel) => LayAsync(receipts, vouchers.SettleAsync, cancel);

    public async Task<IReadOnlyList<TenderReturned>> GiveBackAsync(
        IReadOnlyList<TenderReturn> returns, CancellationToken cancel)
    {
        var outcomes = await vouchers.GiveBackAsync(
            [
                .. returns.Select(r => new VoucherReturn(
                    ReferenceOf(r.PurchaseId), IdOf(r.Reference), r.AmountFen,
                    new VoucherOccasion(r.Call.At, r.On, r.Call.Caller.Name, r.Call.Store?.Id))),
            ],
            cancel);
        if (outcomes.FirstOrDefault(o => o.Refusal is not null) is { Refusal: { } code })
            throw new Refusal(code, RefusalKind.Conflict);
        // A voucher that is used as a whole comes back with all it was worth, however little of it goes back last; a
        // percentage holds no fen and is worth what it paid.
        return [.. outcomes.Zip(returns, (o, r) => new TenderReturned(
            o.Usable ? Math.Max(o.RestoredFen, r.AmountFen) : 0, o.Lapsed))];
    }

    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        IReadOnlyCollection<string> names, string language, CancellationToken cancel) =>
        (await definitions.OfCodesAsync(names, cancel)).ToDictionary(d => d.Code, d => d.Terms.Name.In(language));

    private async Task<IReadOnlyList<TenderOutcome>> LayAsync(
        IReadOnlyList<TenderReceipt> receipts,
        Func<IReadOnlyList<VoucherReceipt>, CancellationToken, Task<IReadOnlyList<VoucherSettlement>>> lay,
        CancellationToken cancel)
    {
        var gate = await throttle.OpenAsync(receipts.Select(r => r.Call), cancel);
        var outcomes = receipts.Select(r => Fault(r) ?? gate.Fault(r.Call))
            .Select(f => f is null ? null : TenderOutcome.Refused(f)).ToArray();
        int[] open = [.. Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i] is null)];
        if (open.Length > 0)
        {
            var settled = await lay([.. open.Select(i => Receipt(receipts[i]))], cancel);
            for (var i = 0; i < open.Length; i++)
            {
                await throttle.NoteAsync(receipts[open[i]].Call, settled[i].UnknownCodes);
                outcomes[open[i]] = OutcomeOf(settled[i]);
            }
        }

        return outcomes!;
    }

    private static Refusal? Fault(TenderReceipt receipt)
    {
        foreach (var asked in receipt.Asked)
        {
            if (string.IsNullOrWhiteSpace(asked.Code)) return asked.Fault("code", "field.not-empty");
            if (asked.AmountFen is not null) return asked.Fault("amount", "redemption.voucher-pays-its-worth");
            if (asked.Points is not null) return asked.Fault("points", "redemption.voucher-pays-its-worth");
        }

        return null;
    }

    private static VoucherReceipt Receipt(TenderReceipt receipt) => new(
        ReferenceOf(receipt.PurchaseId),
        receipt.Member,
        [.. receipt.Lines.Select(l => new VoucherBasketLine(l.Category, l.LeftFen))],
        [.. receipt.Asked.Select(a => a.Code!)],
        new VoucherOccasion(receipt.At, receipt.On, receipt.Call.Caller.Name, receipt.Call.Store?.Id));

    private static TenderOutcome OutcomeOf(VoucherSettlement settlement) => settlement.Refusal is { } code
        ? TenderOutcome.Refused(new Refusal(
            code, code == VoucherRefusals.NotUsable ? RefusalKind.NotFound : RefusalKind.Conflict))
        : new TenderOutcome([.. settlement.Uses.Select(u => new TenderUse(u.Definition, KeyOf(u.Voucher), u.LineDiscountsFen))]);

    private static string ReferenceOf(Guid purchase) => purchase.ToString("N", CultureInfo.InvariantCulture);

    private static string KeyOf(Guid voucher) => voucher.ToString("N", CultureInfo.InvariantCulture);

    private static Guid IdOf(string reference) => Guid.ParseExact(reference, "N");
}
