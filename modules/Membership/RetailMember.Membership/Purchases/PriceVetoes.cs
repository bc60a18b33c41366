using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>Asks the modules that take price benefits away because of how a receipt is paid.</summary>
internal sealed class PriceVetoes(SeamCalls seams)
{
    /// <summary>By receipt, the rule that leaves it at its list price; absent where the benefits hold.</summary>
    public async Task<IReadOnlyDictionary<ReceiptForm, string>> OfAsync(
        IReadOnlyList<(ReceiptForm Form, CallContext Call)> receipts, CancellationToken cancel)
    {
        var asked = receipts
            .Where(r => r.Form.Tenders.Count > 0 && r.Call.Store is { } store
                && seams.MayConcern<IPriceVeto>(store.BrandId, store.Id))
            .Select(r => (r.Form, Price: UnderwayOf(r.Form, r.Call))).ToList();
        if (asked.Count == 0) return Nobody;
        await seams.AskAsync<IPriceVeto, PriceUnderway>(
            [.. asked.Select(a => a.Price)], (veto, prices, c) => veto.LookAsync(prices, c), "judge prices", cancel);
        var found = new Dictionary<ReceiptForm, string>(ReferenceEqualityComparer.Instance);
        foreach (var (form, price) in asked)
            if (price.ListPriceRule is { } rule) found.Add(form, rule);
        return found;
    }

    private static readonly IReadOnlyDictionary<ReceiptForm, string> Nobody = new Dictionary<ReceiptForm, string>();

    private static PriceUnderway UnderwayOf(ReceiptForm form, CallContext call) => new(
        call.RequiredBrand.Id, call.Store!.Id, form.At(call), form.DayOf(call), [.. form.Tenders.Select(t => t.Kind).Distinct()]);
}
