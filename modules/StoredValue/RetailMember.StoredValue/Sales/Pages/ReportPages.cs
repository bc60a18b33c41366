using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.StoredValue.Targets;
using RetailMember.Texts;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>What was sold, for managers, and who reached what he should.</summary>
internal static class ReportPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sales-report", async (PageCall page) => Page.For<ReportPage>(new ReportModel(
            page.Query<ReportSales.Input>(), await page.RunAsync(page.Query<ReportSales.Input>()),
            await page.RunAsync(new ReadAssessments.Input()))));
        pages.MapGet("/sales-report/export.{format}", async (PageCall page, string format) => ExportFile.Of(
            format, "sales-report", Columns(page.Texts), page.TimeZone,
            (await page.RunAsync(page.Query<ReportSales.Input>())).SalesRows.ToAsyncEnumerable()));
    }

    private static IReadOnlyList<ExportColumn<ReportSales.Row>> Columns(ITexts texts) =>
    [
        new(texts["storedvalue.report.start"], r => r.Start),
        new(texts["storedvalue.report.of"], r => r.Of),
        new(texts["storedvalue.report.sales"], r => r.Sales),
        new(texts["storedvalue.report.target"], r => r.Target),
        new(texts["storedvalue.report.sold"], r => r.Sold),
        new(texts["storedvalue.sales.refunded"], r => r.Refunded),
        new(texts["storedvalue.report.net"], r => r.Net),
        new(texts["storedvalue.report.attainment"], r => r.Attainment / 100m),
        new(texts["storedvalue.commission-kind.commission"], r => r.Commission),
    ];
}
