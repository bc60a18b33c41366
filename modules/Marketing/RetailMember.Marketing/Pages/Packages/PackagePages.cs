using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Marketing.Packages;
using RetailMember.Pages;
using RetailMember.Pages.Charts;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Marketing.Pages.Packages;

/// <summary>The packages of messages with what is left of them, and the form of the next one.</summary>
internal static class PackagePages
{
    private const string List = "/packages";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page, TimeProvider time) => ShowAsync(page, time, FormFaults.None));
        pages.MapPost(List, (PageCall page, TimeProvider time) => page.SubmitAsync(
            async () =>
            {
                var bought = await page.RunAsync(await page.FormAsync<BuyPackage.Input>());
                return Page.Redirect(
                    page.Address("marketing/packages"), Flash.Success("marketing.package.entered", ("package", bought.Package)));
            },
            faults => ShowAsync(page, time, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, TimeProvider time, FormFaults faults) =>
        Page.For<PackageListPage>(new PackageListModel(
            await page.RunAsync(new FindPackages.Input()), page.May(MarketingRights.BuyPackages),
            time.Today(page.Context.RequiredBrand), faults));
}

internal sealed record PackageListModel(FindPackages.Result Found, bool MayBuy, DateOnly Today, FormFaults Faults)
{
    /// <summary>Used and left of each package.</summary>
    public ChartData Chart(ITexts texts) => new(
        ChartKind.StackedHorizontalBar,
        [.. Found.Packages.Select(p => p.Package)],
        [
            new(texts["marketing.package.used"], [.. Found.Packages.Select(p => (decimal?)p.Used)]),
            new(texts["marketing.package.left"], [.. Found.Packages.Select(p => (decimal?)p.Left)]),
        ]);
}
