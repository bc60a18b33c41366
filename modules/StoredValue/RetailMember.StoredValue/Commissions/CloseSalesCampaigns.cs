using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions;

/// <summary>
/// Rewards the best sellers of campaigns that are over, once the last of their sales can no longer be taken back: what
/// counts is net of refunds. A campaign is closed once; a card that is given back later changes its ranking no more.
/// </summary>
[Needs(StoredValuePermissions.RunJobs)]
internal sealed class CloseSalesCampaigns(StoredValueDb db, CampaignAwards awards)
    : UseCase<CloseSalesCampaigns.Input, CloseSalesCampaigns.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var over = await db.SalesCampaigns.Where(c => c.ClosedAt == null && c.To < today).OrderBy(c => c.Code).ToListAsync(cancel);
        var (closed, given) = (0, 0);
        foreach (var campaign in over)
        {
            if (await db.CommissionLines.AnyAsync(
                l => l.State == CommissionState.Pending && l.PayableOn > today && l.On <= campaign.To && l.On >= campaign.From, cancel))
                continue;
            campaign.ClosedAt = call.At;
            closed++;
            given += await RewardAsync(campaign, today, call, cancel) ? 1 : 0;
        }

        return new Result(closed, given);
    }

    private async Task<bool> RewardAsync(SalesCampaign campaign, DateOnly today, CallContext call, CancellationToken cancel)
    {
        var ranking = Race.Rank(await awards.SalesAsync(campaign.Code, cancel), campaign.Metric);
        if (ranking is not [var best, ..] || campaign.TopSellerFen == 0) return false;
        var last = await db.CardSales.AsNoTracking()
            .Where(s => s.Campaign == campaign.Code && s.SellerId == best.Seller && s.DeliveredAt == best.ReachedAt)
            .OrderBy(s => s.Id).LastAsync(cancel);
        db.CommissionLines.Add(awards.LineOf(
            last.Id, last.StoreId, best.Seller, last.Seller!, CommissionKind.TopSeller, campaign.TopSellerFen, campaign.Code, today,
            CardOccasion.Of(call)));
        return true;
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Closed">Campaigns.</param>
    /// <param name="Given">Awards.</param>
    internal sealed record Result(int Closed, int Given);
}
