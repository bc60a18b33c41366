using System.Globalization;
using RetailMember.Membership;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.StoredValue.Value.Charges;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Tenders;

/// <summary>Stored-value cards as a means of payment on members' receipts: whoever shows the number pays with it.</summary>
internal sealed class CardTender(CardTill till, CardRefunds refunds, CardTypeShelf shelf) : ITender
{
    public const string Kind = StoredValueTender.Kind;

    public Task<IReadOnlyList<TenderOutcome>> QuoteAsync(
        IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel) => LayAsync(receipts, till.QuoteAsync, cancel);

    public Task<IReadOnlyList<TenderOutcome>> SettleAsync(
        IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel) => LayAsync(receipts, till.SettleAsync, cancel);

    public async Task<IReadOnlyList<TenderReturned>> GiveBackAsync(
        IReadOnlyList<TenderReturn> returns, CancellationToken cancel)
    {
        if (returns.Count == 0) return [];
        await refunds.GiveBackAsync(
            [
                .. returns.Select(r => new CardRefundOrder(
                    [Guid.ParseExact(r.Reference, "N")],
                    r.AmountFen,
                    new CardOccasion(r.Call.At, r.On, r.Call.Caller.Name, r.Call.Store?.Id, r.Call.Store?.Code),
                    r.RefundNo)),
            ],
            returns[0].Call.RequiredBrand.Id,
            cancel);
        return [.. returns.Select(r => new TenderReturned(r.AmountFen))];
    }

    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        IReadOnlyCollection<string> names, string language, CancellationToken cancel) =>
        (await shelf.NamesAsync(names, cancel)).ToDictionary(n => n.Key, n => n.Value.In(language));

    private async Task<IReadOnlyList<TenderOutcome>> LayAsync(
        IReadOnlyList<TenderReceipt> receipts,
        Func<IReadOnlyList<CardBill>, CancellationToken, Task<IReadOnlyList<BillOutcome>>> lay,
        CancellationToken cancel)
    {
        var outcomes = receipts.Select(Fault).Select(f => f is null ? null : TenderOutcome.Refused(f)).ToArray();
        int[] open = [.. Enumerable.Range(0, outcomes.Length).Where(i => outcomes[i] is null)];
        if (open.Length == 0) return outcomes!;
        var laid = await lay([.. open.Select(i => BillOf(receipts[i]))], cancel);
        var types = await shelf.CodesAsync([.. laid.SelectMany(l => l.Paid).Select(p => p.Card.TypeId).Distinct()], cancel);
        foreach (var (i, outcome) in open.Zip(laid))
            outcomes[i] = outcome.Refusal is { } no
                ? TenderOutcome.Refused(no)
                : new TenderOutcome(
                [
                    .. outcome.Paid.Select(p => new TenderUse(
                        types[p.Card.TypeId], p.Move.Id.ToString("N", CultureInfo.InvariantCulture), p.LineFen)),
                ]);
        return outcomes!;
    }

    private static Refusal? Fault(TenderReceipt receipt)
    {
        foreach (var asked in receipt.Asked)
        {
            if (string.IsNullOrWhiteSpace(asked.Code)) return asked.Fault("code", "field.not-empty");
            if (asked.AmountFen <= 0) return asked.Fault("amount", AmountRules.NotPositive);
            if (asked.Points is not null) return asked.Fault("points", "storedvalue.card-pays-no-points");
        }

        return receipt.Call.Store is null ? new Refusal("store.needed", RefusalKind.Invalid) : null;
    }

    private static CardBill BillOf(TenderReceipt receipt) => new(
        receipt.Call,
        new CardOccasion(receipt.At, receipt.On, receipt.Call.Caller.Name, receipt.Call.Store?.Id, receipt.Call.Store?.Code),
        // A quote is no receipt yet, and nothing is written of it.
        receipt.ReceiptNo ?? "",
        [.. receipt.Lines.Select(l => new BillLine(l.Category, l.LeftFen))],
        [.. receipt.Asked.Select(a => new CardAsked(a.Code!, a.AmountFen))])
    {
        // The till's list says who pays which part: each gets its answer in the same order.
        InOrderGiven = true,
        Receipt = receipt.PurchaseId,
    };
}
