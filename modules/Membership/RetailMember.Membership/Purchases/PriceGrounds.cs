using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>What modules say of the prices of receipts: which have their list price, and which a price of a module's.</summary>
internal sealed class PriceGrounds(SeamCalls seams, PriceVetoes vetoes)
{
    /// <summary>By receipt; one of which nobody says anything is absent.</summary>
    public async Task<IReadOnlyDictionary<ReceiptForm, PriceGround>> OfAsync(
        ReceiptDesk desk, IReadOnlyList<(ReceiptForm Form, CallContext Call)> receipts, CancellationToken cancel)
    {
        var grounds = new Dictionary<ReceiptForm, PriceGround>(ReferenceEqualityComparer.Instance);
        foreach (var (form, rule) in await vetoes.OfAsync(receipts, cancel)) grounds[form] = new PriceGround(rule, []);
        var asked = receipts.Where(r => !grounds.ContainsKey(r.Form)).Select(r => (r.Form, Basket: BasketOf(desk, r.Form, r.Call)))
            .Where(r => r.Basket is not null).ToList();
        if (asked.Count == 0) return grounds;
        await seams.AskAsync<IPriceOffers, BasketUnderway>(
            [.. asked.Select(a => a.Basket!)], (offers, baskets, c) => offers.OfferAsync(baskets, c), "offer prices", cancel);
        foreach (var (form, basket) in asked)
            if (basket!.Offers.Count > 0) grounds[form] = new PriceGround(null, basket.Offers);
        return grounds;
    }

    /// <summary>Null where there is nobody to ask, or nothing to ask about.</summary>
    private BasketUnderway? BasketOf(ReceiptDesk desk, ReceiptForm form, CallContext call)
    {
        if (call.Store is not { } store || !seams.MayConcern<IPriceOffers>(store.BrandId, store.Id)) return null;
        OpenLine[] open =
        [
            .. form.Lines.Where(l => l.Amount is null).Select(l => new OpenLine(l.Category, l.Quantity, l.ListAmount!.Value.Fen)),
        ];
        return open.Length > 0 && desk.Find(form.Member) is { } at
            ? new BasketUnderway(store.BrandId, store.Id, at.Member.Id, form.At(call), form.DayOf(call), open)
            : null;
    }
}

/// <summary>What modules say of a receipt's price.</summary>
/// <param name="ListPriceRule">The rule that takes its price benefits away; null: none does.</param>
/// <param name="Offers">Prices beside the programme's own.</param>
internal sealed record PriceGround(string? ListPriceRule, IReadOnlyList<OfferedPrice> Offers)
{
    public static PriceGround None { get; } = new(null, []);
}
