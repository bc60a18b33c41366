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
        return code is null ? null : await HoldAsync(code, cancel);
    }

    public async Task<SalesCampaign?> HoldAsync(string code, CancellationToken cancel) =>
        (await rows.LockAsync<SalesCampaign, string>(c => c.Code, [code], cancel)).Find(c => c.BrandId == session.Brand);

    /// <summary>The award for the first card, unless somebody has it.</summary>
    public async Task GiveFirstCardAsync(
        SalesCampaign campaign, CardSale sale, DateOnly payableOn, CardOccasion occasion, CancellationToken cancel)
    {
        if (sale.Kind != SaleKind.Card || campaign.FirstCardFen == 0) return;
        if (await db.CommissionLines.Where(l => l.Campaign == campaign.Code && l.Kind == CommissionKind.FirstCard)
            .SumAsync(l => l.Fen, cancel) > 0) return;
        db.CommissionLines.Add(LineOf(
            sale.Id, sale.StoreId, sale.SellerId!.Value, sale.Seller!, CommissionKind.FirstCard, campaign.FirstCardFen, campaign.Code,
            payableOn, occasion));
    }

    /// <summary>The card was given back: the award goes to the next that was delivered and kept.</summary>
    public async Task PassOnFirstCardAsync(
        CommissionLine given, CardSale refunded, CardOccasion occasion, CancellationToken cancel)
    {
        await HoldAsync(given.Campaign!, cancel);
        var next = Race.FirstCard((await SalesAsync(given.Campaign!, cancel)).Where(s => s.Sale != refunded.Id));
        if (next is null) return;
        var sale = await db.CardSales.AsNoTracking().SingleAsync(s => s.Id == next.Sale, cancel);
        var earned = await db.CommissionLines.AsNoTracking().Where(l => l.SaleId == sale.Id)
            .MaxAsync(l => (DateOnly?)l.PayableOn, cancel);
        await rows.InsertAsync(
            [
                LineOf(
                    sale.Id, sale.StoreId, next.Seller, sale.Seller!, CommissionKind.FirstCard, given.Fen, given.Campaign!,
                    earned > occasion.On ? earned.Value : occasion.On, occasion),
            ], cancel);
    }

    /// <summary>What sellers delivered while a campaign ran, as it stands now.</summary>
    public async Task<IReadOnlyList<RaceSale>> SalesAsync(string campaign, CancellationToken cancel) =>
        await db.CardSales.AsNoTracking()
            .Where(s => s.Campaign == campaign && s.SellerId != null && s.DeliveredAt != null)
            .Select(s => new RaceSale(
                s.Id, s.SellerId!.Value, s.DeliveredAt!.Value, s.Kind == SaleKind.Card, s.PrincipalFen - s.RefundedFen,
                s.State == SaleState.Refunded))
            .ToListAsync(cancel);

    public CommissionLine LineOf(
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
