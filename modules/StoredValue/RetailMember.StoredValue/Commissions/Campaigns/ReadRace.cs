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
            : await db.SalesCampaigns.AsNoTracking().Where(c => c.ApprovedAt != null && c.From <= today)
                .OrderByDescending(c => c.From).FirstOrDefaultAsync(cancel);
        if (campaign is null) return new Result(null, null, []);
        var sales = await awards.SalesAsync(campaign.Code, cancel);
        var known = sales.Where(s => s.Seller is not null).DistinctBy(s => s.Seller).ToDictionary(s => s.Seller!.Value, s => s.SellerName!);
        return new Result(
            SalesCampaignView.Of(campaign), campaign.FirstCardFen > 0 ? Race.FirstCard(sales)?.SellerName : null,
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
