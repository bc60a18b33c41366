using RetailMember.Brands;
using RetailMember.Membership.Reports;
using RetailMember.Modules;
using RetailMember.Pages;

namespace RetailMember.Membership.Pages.Overview;

/// <summary>How things stand: for one brand, and for the chain.</summary>
internal static class OverviewPages
{
    public static void Map(ModuleEndpoints endpoints)
    {
        endpoints.BrandPages.MapGet("/overview", async (PageCall page, TimeProvider time, string? range) =>
        {
            var window = OverviewWindow.Of(range, time.Today(page.Context.RequiredBrand));
            return Page.For<OverviewPage>(new OverviewModel(
                window,
                await page.RunAsync(new ReadOverview.Input(window.From, window.To)),
                await page.RunAsync(new ReadOverview.Input(window.BeforeFrom, window.BeforeTo)),
                page.May(MembershipPermissions.ViewMembers)));
        });
        endpoints.BrandPages.MapGet("/overview/points", async (PageCall page, TimeProvider time, string? range) =>
        {
            var window = OverviewWindow.Of(range, time.Today(page.Context.RequiredBrand));
            return Page.PartFor<PointsFlowPart>(new PointsFlowChart(
                window, await page.RunAsync(new ReadPointsFlow.Input(window.From, window.To))));
        });
        endpoints.BrandPages.MapGet("/", (PageCall page) => Page.Redirect(page.Address("membership/" + FirstFor(page))));
        endpoints.ChainPages.MapGet("/", (PageCall page) => Page.Redirect(page.Address("membership/overview")));
        endpoints.ChainPages.MapGet("/overview", async (PageCall page) =>
            Page.For<ChainOverviewPage>(new ChainOverviewModel(await page.RunAsync(new ReadChainOverview.Input()))));
    }

    /// <summary>Where somebody's day begins: not everybody sees figures.</summary>
    private static string FirstFor(PageCall page) =>
        page.May(MembershipPermissions.ViewReports) ? "overview"
        : page.May(MembershipPermissions.RecordPurchases) ? "till"
        : "members";
}
