using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Campaigns;

/// <summary>All sales campaigns, latest first.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class FindSalesCampaigns(StoredValueDb db) : Query<FindSalesCampaigns.Input, FindSalesCampaigns.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(call.RequiredBrand.DateOf(call.At), [
            .. (await db.SalesCampaigns.AsNoTracking().OrderByDescending(c => c.From).ToListAsync(cancel)).Select(SalesCampaignView.Of),
        ]);

    internal sealed record Input : IInput<Result>;

    /// <param name="BusinessDate">Today: what ended before it is over.</param>
    internal sealed record Result(DateOnly BusinessDate, IReadOnlyList<SalesCampaignView> Campaigns);
}
