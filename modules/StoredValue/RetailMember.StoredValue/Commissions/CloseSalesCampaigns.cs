using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions;

/// <summary>
/// Rewards the best sellers of campaigns that are over, once the last of their sales can no longer be taken back and no
/// refund of one waits for a decision: what counts is net of refunds. A campaign is closed once; what is given back later
/// changes its ranking no more, unless nothing is left of what the best had sold; a sale that is credited to somebody else
/// later counts for him.
/// </summary>
[Needs(StoredValuePermissions.RunJobs)]
internal sealed class CloseSalesCampaigns(StoredValueDb db, CampaignAwards awards)
    : UseCase<CloseSalesCampaigns.Input, CloseSalesCampaigns.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var over = await db.SalesCampaigns.AsNoTracking().Where(c => c.ClosedAt == null && c.ApprovedAt != null && c.To < today)
            .OrderBy(c => c.Code).Select(c => c.Code).ToListAsync(cancel);
        var (closed, given) = (0, 0);
        foreach (var code in over)
        {
            // Held: a refund that is just being written has its say first, or sees the award.
            if (await awards.HoldAsync(code, cancel) is not { ClosedAt: null, ApprovedAt: not null } campaign
                || campaign.To >= today)
                continue;
            if (await db.CardSales.AnyAsync(
                s => s.Campaign == campaign.Code && s.State == SaleState.Delivered && s.KeptFrom > today, cancel))
                continue;
            if (await db.SaleRefunds.AnyAsync(
                r => r.State == ClosingState.Requested
                    && db.CardSales.Any(s => s.Id == r.SaleId && s.Campaign == campaign.Code && s.DeliveredAt != null), cancel))
                continue;
            db.SalesCampaigns.Attach(campaign);
            closed++;
            given += await awards.CloseAsync(campaign, CardOccasion.Of(call), cancel) ? 1 : 0;
        }

        return new Result(closed, given);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Closed">Campaigns.</param>
    /// <param name="Given">Awards.</param>
    internal sealed record Result(int Closed, int Given);
}
