using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Commissions;

/// <summary>
/// The awards of sales campaigns: one for the first card that is kept, one for whoever sold most. Whatever becomes of a sale,
/// they are moved to whom they belong then, by lines: one below zero for who had it, one for who has it.
/// </summary>
internal sealed class CampaignAwards(StoredValueDb db, IRows rows, DataSession session, CommissionReversals reversals)
{
    /// <summary>The approved campaign that runs on a day, locked: two deliveries at once have one first.</summary>
    public async Task<SalesCampaign?> HoldRunningAsync(DateOnly on, CancellationToken cancel)
    {
        var code = await db.SalesCampaigns.AsNoTracking().Where(c => c.ApprovedAt != null && c.From <= on && c.To >= on)
            .Select(c => c.Code).FirstOrDefaultAsync(cancel);
        // Somebody may have moved it to other days meanwhile.
        return code is not null && await HoldAsync(code, cancel) is { ApprovedAt: not null } held
            && held.From <= on && held.To >= on ? held : null;
    }

    /// <summary>All of the brand, locked, so that one plan at a time is weighed against the others.</summary>
    public async Task<IReadOnlyList<SalesCampaign>> HoldAllAsync(CancellationToken cancel) =>
        await rows.LockAsync<SalesCampaign, int>(c => c.BrandId, [session.Brand!.Value], cancel);

    /// <summary>One of the brand: another brand's of the same code is nobody's to wait for.</summary>
    public async Task<SalesCampaign?> HoldAsync(string code, CancellationToken cancel) =>
        (await HoldAllAsync(cancel)).FirstOrDefault(c => c.Code == code);

    /// <summary>What was delivered while a campaign ran, as it stands now.</summary>
    public async Task<List<RaceSale>> SalesAsync(string campaign, CancellationToken cancel) => await (
        from sale in db.CardSales.AsNoTracking()
        join count in db.RaceCounts.AsNoTracking() on sale.Id equals count.SaleId into counts
        from counted in counts.DefaultIfEmpty()
        where sale.Campaign == campaign && sale.DeliveredAt != null
        select new RaceSale(
            sale.Id, sale.SellerId, sale.DeliveredAt!.Value, sale.Kind == SaleKind.Card, sale.PrincipalFen - sale.RefundedFen,
            sale.State == SaleState.Refunded)
        {
            SellerName = sale.Seller, StoreId = sale.StoreId, KeptFrom = sale.KeptFrom,
            Counted = (long?)counted.Counted,
        }).ToListAsync(cancel);

    /// <summary>Ends the race: writes down what each sale counts, and rewards the best. Whether somebody was rewarded.</summary>
    /// <param name="campaign">Locked.</param>
    /// <param name="occasion">The closing.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<bool> CloseAsync(SalesCampaign campaign, CardOccasion occasion, CancellationToken cancel)
    {
        var sales = await SalesAsync(campaign.Code, cancel);
        await rows.InsertAsync(
            [
                .. sales.Select(s => new RaceCount
                {
                    SaleId = s.Sale, BrandId = campaign.BrandId, Campaign = campaign.Code, Counted = s.CountOf(campaign.Metric),
                }),
            ], cancel);
        campaign.ClosedAt = occasion.At;
        await MoveAsync(campaign, sales, occasion, cancel);
        return campaign.TopSellerFen > 0 && Race.Best(sales, campaign.Metric) is not null;
    }

    /// <summary>Moves the awards of a campaign to whom they belong once one of its sales stands as it is told here.</summary>
    /// <param name="campaign">Locked.</param>
    /// <param name="changed">As it stands after what happens to it now.</param>
    /// <param name="occasion">What happens.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task MoveAsync(SalesCampaign campaign, RaceSale changed, CardOccasion occasion, CancellationToken cancel)
    {
        var sales = await SalesAsync(campaign.Code, cancel);
        var counted = sales.Find(s => s.Sale == changed.Sale)?.Counted;
        sales.RemoveAll(s => s.Sale == changed.Sale);
        sales.Add(changed with { Counted = counted });
        await MoveAsync(campaign, sales, occasion, cancel);
    }

    private async Task MoveAsync(
        SalesCampaign campaign, List<RaceSale> sales, CardOccasion occasion, CancellationToken cancel)
    {
        // Who writes lines of a campaign holds it: none comes in between.
        var own = await db.CommissionLines.AsNoTracking().Where(l => l.Campaign == campaign.Code).Select(l => l.Id).ToListAsync(cancel);
        var lines = await rows.LockAsync<CommissionLine, Guid>(l => l.Id, own, cancel);
        foreach (var award in Owners(campaign, sales))
        {
            var standing = lines.Where(l => l.Kind == award.Kind).GroupBy(l => (l.SaleId, l.SellerId))
                .Where(g => g.Sum(l => l.Fen) > 0).Select(g => g.ToList()).ToList();
            var kept = standing.Find(held => award.IsOf(held[0].SaleId!.Value, held[0].SellerId, sales));
            foreach (var held in standing.Where(held => held != kept)) await TakeBackAsync(held, occasion, cancel);
            if (kept is null && award.To is { } to)
                await rows.InsertAsync([LineOf(campaign, award, to, occasion)], cancel);
        }
    }

    /// <summary>To whom the awards of a campaign belong by its sales.</summary>
    public static IReadOnlyList<AwardOwner> Owners(SalesCampaign campaign, IReadOnlyCollection<RaceSale> sales) =>
    [
        new(CommissionKind.FirstCard, campaign.FirstCardFen, campaign.FirstCardFen > 0 ? Race.FirstCard(sales) : null),
        new(CommissionKind.TopSeller, campaign.TopSellerFen,
            campaign is { ClosedAt: not null, TopSellerFen: > 0 } ? Race.Best(sales, campaign.Metric) : null),
    ];

    private async Task TakeBackAsync(List<CommissionLine> held, CardOccasion occasion, CancellationToken cancel)
    {
        var given = held.Last(l => l.Fen > 0);
        held.Add(await reversals.ReverseAsync(given, given.Fen, 0, occasion, cancel));
        await reversals.CloseIfNothingIsLeftAsync(held, cancel);
    }

    private static CommissionLine LineOf(SalesCampaign campaign, AwardOwner award, RaceSale to, CardOccasion occasion) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = campaign.BrandId,
        SaleId = to.Sale,
        StoreId = to.StoreId,
        SellerId = to.Seller!.Value,
        Seller = to.SellerName!,
        Kind = award.Kind,
        Fen = award.Fen,
        Campaign = campaign.Code,
        On = occasion.On,
        At = occasion.At,
        PayableOn = to.KeptFrom > occasion.On ? to.KeptFrom.Value : occasion.On,
    };
}

/// <summary>An award and whose it is.</summary>
/// <param name="Fen">What it comes to.</param>
/// <param name="To">The sale with which it was won; null: nobody's.</param>
internal sealed record AwardOwner(CommissionKind Kind, long Fen, RaceSale? To)
{
    /// <summary>Whether it may hang on a sale of somebody: the first card's on that card, the best seller's on any of his of
    /// which something was kept.</summary>
    public bool IsOf(long sale, Guid seller, IReadOnlyCollection<RaceSale> sales) =>
        To is not null && seller == To.Seller
        && (sale == To.Sale || (Kind == CommissionKind.TopSeller && sales.Any(s => s.Sale == sale && s.Seller == seller && s.NetFen > 0)));

    /// <summary>Whether its owner has it, once and whole, and nobody else anything of it.</summary>
    public bool IsHeldBy(IReadOnlyList<AwardHeld> held, IReadOnlyCollection<RaceSale> sales) =>
        To is null ? held.Count == 0 : held is [var one] && one.Fen == Fen && IsOf(one.Sale, one.Seller, sales);
}

/// <summary>What somebody has of an award, by all its lines on a sale together.</summary>
internal sealed record AwardHeld(string Campaign, CommissionKind Kind, long Sale, Guid Seller, long Fen);
