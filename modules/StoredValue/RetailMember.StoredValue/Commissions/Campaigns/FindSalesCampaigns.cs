using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Campaigns;

/// <summary>All sales campaigns, latest first.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class FindSalesCampaigns(StoredValueDb db) : Query<FindSalesCampaigns.Input, FindSalesCampaigns.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new([
            .. (await db.SalesCampaigns.AsNoTracking().OrderByDescending(c => c.From).ToListAsync(cancel)).Select(SalesCampaignView.Of),
        ]);

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<SalesCampaignView> Campaigns);
}
