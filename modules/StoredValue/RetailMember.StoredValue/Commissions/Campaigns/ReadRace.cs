using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Campaigns;

/// <summary>How the race for the awards stands, net of refunds; of the campaign that runs now where none is named.</summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class ReadRace(StoredValueDb db, CampaignAwards awards) : Query<ReadRace.Input, ReadRace.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var campaign = input.Campaign is { } code
            ? await db.SalesCampaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancel)
                ?? throw new Refusal("storedvalue.campaign-not-found", RefusalKind.NotFound, ("campaign", code))
            : await db.SalesCampaigns.AsNoTracking().Where(c => c.From <= today)
                .OrderByDescending(c => c.From).FirstOrDefaultAsync(cancel);
        if (campaign is null) return new Result(null, null, []);
        var sales = await awards.SalesAsync(campaign.Code, cancel);
        var names = await db.CardSales.AsNoTracking().Where(s => s.Campaign == campaign.Code && s.SellerId != null)
            .Select(s => new { s.SellerId, s.Seller }).Distinct().ToListAsync(cancel);
        var known = names.DistinctBy(n => n.SellerId).ToDictionary(n => n.SellerId!.Value, n => n.Seller!);
        var first = Race.FirstCard(sales);
        var holder = await db.CommissionLines.AsNoTracking()
            .Where(l => l.Campaign == campaign.Code && l.Kind == CommissionKind.FirstCard).OrderByDescending(l => l.Id)
            .Where(l => l.Fen > 0).Select(l => l.Seller).FirstOrDefaultAsync(cancel);
        return new Result(
            SalesCampaignView.Of(campaign), first is null ? null : holder,
            [.. Race.Rank(sales, campaign.Metric).Select(p => new Place(
                p.Place, known[p.Seller],
                campaign.Metric == RaceMetric.Principal ? new Money(p.Sold) : null,
                campaign.Metric == RaceMetric.Cards ? p.Sold : null, p.ReachedAt))]);
    }

    internal sealed record Input(string? Campaign = null) : IInput<Result>;

    /// <param name="SalesCampaign">Left out: none has begun.</param>
    /// <param name="FirstCardSeller">User name of who has the award for the first card.</param>
    internal sealed record Result(SalesCampaignView? SalesCampaign, string? FirstCardSeller, IReadOnlyList<Place> Ranking);

    /// <param name="Rank">From 1.</param>
    /// <param name="Seller">User name.</param>
    /// <param name="Sold">Yuan net of refunds, where principal counts.</param>
    /// <param name="Cards">Where cards count.</param>
    /// <param name="ReachedAt">UTC.</param>
    internal sealed record Place(int Rank, string Seller, Money? Sold, long? Cards, DateTime ReachedAt);
}
