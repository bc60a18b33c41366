using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.People;
using RetailMember.StoredValue.Sales.Channels;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.Texts;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>What was sold, for managers, and who reached what he should.</summary>
internal static class ReportPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/sales-report", async (PageCall page, IBrandDirectory brands, IStaff staff) =>
        {
            var asked = page.Query<ReportSales.Input>();
            var channels = (await page.RunAsync(new FindSalesChannels.Input())).SalesChannels;
            return Page.For<ReportPage>(new ReportModel(
                asked.Period, await page.RunAsync(asked), Names(page, asked.By, brands, staff, channels), channels.AsChoices(page.Texts),
                page.May(SalesPermissions.ViewCommissions),
                page.May(SalesPermissions.HandOverCustomers)));
        });
        pages.MapGet("/sales-report/export.{format}", async (PageCall page, IBrandDirectory brands, IStaff staff, string format) =>
        {
            var asked = page.Query<ReportSales.Input>();
            var channels = (await page.RunAsync(new FindSalesChannels.Input())).SalesChannels;
            return ExportFile.Of(
                format, "sales-report", Columns(page.Texts, Names(page, asked.By, brands, staff, channels)), page.TimeZone,
                (await page.RunAsync(asked)).SalesRows.ToAsyncEnumerable());
        });
    }

    private static ReportNames Names(
        PageCall page, ReportBy by, IBrandDirectory brands, IStaff staff, IReadOnlyList<SalesChannelView> channels) => new(
        by switch
        {
            ReportBy.Person => staff.NameOf,
            ReportBy.Store => code => brands.FindStore(page.Context.RequiredBrand.Id, code)?.Name ?? code,
            ReportBy.Channel => code => page.Texts.NameOf(channels.FirstOrDefault(c => c.SalesChannel == code)?.Name, code),
            _ => area => area,
        },
        by switch
        {
            ReportBy.Channel => page.Texts["storedvalue.channels.unnamed"],
            ReportBy.Person => page.Texts["storedvalue.report.no-person"],
            _ => page.Texts.Of(Attribution.Nobody),
        });

    private static IReadOnlyList<ExportColumn<ReportSales.Row>> Columns(ITexts texts, ReportNames names) =>
    [
        new(texts["storedvalue.report.start"], r => r.Start),
        new(texts["storedvalue.report.of"], r => names.Of(r.Of)),
        new(texts["storedvalue.report.sales"], r => r.Sales),
        new(texts["storedvalue.report.target"], r => r.Target),
        new(texts["storedvalue.report.sold"], r => r.Sold),
        new(texts["storedvalue.sales.refunded"], r => r.Refunded),
        new(texts["storedvalue.report.net"], r => r.Net),
        new(texts["storedvalue.report.attainment"], r => r.Attainment / 100m),
        new(texts["storedvalue.commission-kind.commission"], r => r.Commission),
        new(texts["storedvalue.report.listed"], r => r.CustomerList?.Listed),
        new(texts["storedvalue.report.contacted"], r => r.CustomerList?.Contacted),
        new(texts["storedvalue.report.won"], r => r.CustomerList?.Won),
    ];
}

/// <summary>What people call those in whose rows a report puts sales together.</summary>
/// <param name="Nobodys">What sales are called that nobody is credited with, or for which nobody named a channel.</param>
internal sealed record ReportNames(Func<string, string> Named, string Nobodys)
{
    public string Of(string code) => code.Length > 0 ? Named(code) : Nobodys;
}
