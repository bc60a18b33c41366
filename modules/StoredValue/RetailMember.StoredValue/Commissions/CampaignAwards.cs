using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Commissions;

/// <summary>The awards of sales campaigns: one for the first card, one for whoever sold most.</summary>
internal sealed class CampaignAwards(StoredValueDb db, IRows rows, DataSession session)
{
    /// <summary>The campaign that runs on a day, locked: two deliveries at once have one first.</summary>
    public async Task<SalesCampaign?> HoldRunningAsync(DateOnly on, CancellationToken cancel)
    {
        var code = await db.SalesCampaigns.AsNoTracking().Where(c => c.From <= on && c.To >= on)
            .Select(c => c.Code).FirstOrDefaultAsync(cancel);
        // Somebody may have moved it to other days meanwhile.
        return code is not null && await HoldAsync(code, cancel) is { } held && held.From <= on && held.To >= on ? held : null;
    }

    /// <summary>All of the brand, locked, so that one plan at a time is weighed against the others.</summary>
    public async Task<IReadOnlyList<SalesCampaign>> HoldAllAsync(CancellationToken cancel) =>
        await rows.LockAsync<SalesCampaign, int>(c => c.BrandId, [session.Brand!.Value], cancel);

    public async Task<SalesCampaign?> HoldAsync(string code, CancellationToken cancel) =>
        (await rows.LockAsync<SalesCampaign, string>(c => c.Code, [code], cancel)).Find(c => c.BrandId == session.Brand);

    /// <summary>The award for the first card, unless somebody has it.</summary>
    public async Task GiveFirstCardAsync(SalesCampaign campaign, CardSale sale, CardOccasion occasion, CancellationToken cancel)
    {
        if (sale.Kind != SaleKind.Card || campaign.FirstCardFen == 0) return;
        if (await db.CommissionLines.Where(l => l.Campaign == campaign.Code && l.Kind == CommissionKind.FirstCard)
            .SumAsync(l => l.Fen, cancel) > 0) return;
        await rows.InsertAsync(
            [
                LineOf(
                    sale.Id, sale.StoreId, sale.SellerId!.Value, sale.Seller!, CommissionKind.FirstCard, campaign.FirstCardFen,
                    campaign.Code, sale.KeptFrom!.Value, occasion),
            ], cancel);
    }

    /// <summary>The card was given back: the award goes to the next that was delivered and kept.</summary>
    public async Task PassOnFirstCardAsync(
        CommissionLine given, CardSale refunded, CardOccasion occasion, CancellationToken cancel)
    {
        if (Race.FirstCard((await SalesAsync(given.Campaign!, cancel)).Where(s => s.Sale != refunded.Id)) is not { } next) return;
        var sale = await db.CardSales.AsNoTracking().SingleAsync(s => s.Id == next.Sale, cancel);
        var payableOn = sale.KeptFrom > occasion.On ? sale.KeptFrom.Value : occasion.On;
        await GiveAsync(given, sale.Id, sale.StoreId, next.Seller, sale.Seller!, payableOn, occasion, cancel);
    }

    /// <summary>
    /// The award for the best seller, where nothing is left of what its owner sold once this refund is done; null where he keeps
    /// it. Who sold anything that was kept keeps it: a race that is over is not run again.
    /// </summary>
    public async Task<CommissionLine?> LostByAsync(CardSale sale, long refundedFen, CancellationToken cancel)
    {
        var given = await db.CommissionLines.AsNoTracking()
            .Where(l => l.Campaign == sale.Campaign && l.Kind == CommissionKind.TopSeller && l.SellerId == sale.SellerId)
            .OrderBy(l => l.Id).ToListAsync(cancel);
        if (given.Sum(l => l.Fen) <= 0) return null;
        return AfterRefund(await SalesAsync(sale.Campaign!, cancel), sale, refundedFen).Any(s => s.Seller == sale.SellerId && s.NetFen > 0)
            ? null
            : given.Last(l => l.Fen > 0);
    }

    /// <summary>The award goes to who is best of those who are left.</summary>
    public async Task PassOnTopSellerAsync(
        CommissionLine given, CardSale refunded, long refundedFen, CardOccasion occasion, CancellationToken cancel)
    {
        var campaign = await db.SalesCampaigns.AsNoTracking().SingleAsync(c => c.Code == given.Campaign, cancel);
        var left = AfterRefund(await SalesAsync(campaign.Code, cancel), refunded, refundedFen);
        if (Race.Rank(left, campaign.Metric) is [var best, ..])
            await GiveTopSellerAsync(campaign, best, given.Fen, occasion, cancel);
    }

    /// <summary>The award for the best seller hangs on the sale with which he came to it.</summary>
    public async Task GiveTopSellerAsync(
        SalesCampaign campaign, RacePlace best, long fen, CardOccasion occasion, CancellationToken cancel)
    {
        var last = await db.CardSales.AsNoTracking()
            .Where(s => s.Campaign == campaign.Code && s.SellerId == best.Seller && s.DeliveredAt == best.ReachedAt)
            .OrderBy(s => s.Id).LastAsync(cancel);
        await rows.InsertAsync(
            [
                LineOf(
                    last.Id, last.StoreId, best.Seller, last.Seller!, CommissionKind.TopSeller, fen, campaign.Code, occasion.On, occasion),
            ], cancel);
    }

    /// <summary>Gives somebody else an award that was taken back.</summary>
    public Task GiveAsync(
        CommissionLine given, long sale, int store, Guid sellerId, string seller, DateOnly payableOn, CardOccasion occasion,
        CancellationToken cancel) => rows.InsertAsync(
            [LineOf(sale, store, sellerId, seller, given.Kind, given.Fen, given.Campaign!, payableOn, occasion)], cancel);

    private static IEnumerable<RaceSale> AfterRefund(IEnumerable<RaceSale> sales, CardSale refunded, long refundedFen) =>
        sales.Select(s => s.Sale == refunded.Id ? s with { NetFen = refunded.NetFen - refundedFen, Refunded = true } : s);

    /// <summary>What sellers delivered while a campaign ran, as it stands now.</summary>
    public async Task<IReadOnlyList<RaceSale>> SalesAsync(string campaign, CancellationToken cancel) =>
        await db.CardSales.AsNoTracking()
            .Where(s => s.Campaign == campaign && s.SellerId != null && s.DeliveredAt != null)
            .Select(s => new RaceSale(
                s.Id, s.SellerId!.Value, s.DeliveredAt!.Value, s.Kind == SaleKind.Card, s.PrincipalFen - s.RefundedFen,
                s.State == SaleState.Refunded))
            .ToListAsync(cancel);

    private CommissionLine LineOf(
        long sale, int store, Guid sellerId, string seller, CommissionKind kind, long fen, string campaign, DateOnly payableOn,
        CardOccasion occasion) => new()
        {
            Id = Guid.CreateVersion7(),
            BrandId = session.Brand!.Value,
            SaleId = sale,
            StoreId = store,
            SellerId = sellerId,
            Seller = seller,
            Kind = kind,
            Fen = fen,
            Campaign = campaign,
            On = occasion.On,
            At = occasion.At,
            PayableOn = payableOn,
        };
}
