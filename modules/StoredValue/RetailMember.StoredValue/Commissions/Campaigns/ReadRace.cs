using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Commissions.Campaigns;

/// <summary>
/// How the race for the awards stands, net of refunds; of the campaign that runs now where none is named. Everybody who sells
/// reads who has which place; what somebody sold reads he himself, and who sees his team.
/// </summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class ReadRace(StoredValueDb db, CampaignAwards awards, IBrandDirectory brands, IStaff staff)
    : Query<ReadRace.Input, ReadRace.Result>
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
        var reach = new TeamReach(call, brands, staff);
        return new Result(
            SalesCampaignView.Of(campaign), campaign.FirstCardFen > 0 ? Race.FirstCard(sales)?.SellerName : null,
            [.. Race.Rank(sales, campaign.Metric).Select(p => PlaceOf(
                p, known[p.Seller], campaign.Metric,
                told: p.Seller == call.Caller.Id || reach.Covers(ReportBy.Person, known[p.Seller])))]);
    }

    private static Place PlaceOf(RacePlace place, string seller, RaceMetric metric, bool told) => new(
        place.Place, seller, told && metric == RaceMetric.Principal ? new Money(place.Sold) : null,
        told && metric == RaceMetric.Cards ? place.Sold : null, told ? place.ReachedAt : null);

    internal sealed record Input(string? Campaign = null) : IInput<Result>;

    /// <param name="SalesCampaign">Left out: none has begun.</param>
    /// <param name="FirstCardSeller">User name of who has the award for the first card.</param>
    internal sealed record Result(SalesCampaignView? SalesCampaign, string? FirstCardSeller, IReadOnlyList<Place> Ranking);

    /// <param name="Rank">From 1.</param>
    /// <param name="Seller">User name.</param>
    /// <param name="Sold">Yuan net of refunds, where principal counts; left out for whoever does not see it.</param>
    /// <param name="Cards">Where cards count; left out for whoever does not see it.</param>
    /// <param name="ReachedAt">UTC; left out with what was sold.</param>
    internal sealed record Place(int Rank, string Seller, Money? Sold, long? Cards, DateTime? ReachedAt);
}
