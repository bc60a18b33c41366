using Microsoft.AspNetCore.Http;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.StoredValue.Targets.Assessments;
using RetailMember.Texts;
using RetailMember.UseCases;
using static RetailMember.StoredValue.SalesPermissions;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>Assessment pay of a month: what it would be, what was fixed, and the steps from the one to the other.</summary>
internal static class AssessmentPages
{
    private const string Path = "assessments";

    /// <summary>Where a month is shown.</summary>
    public static string Of(DateOnly month) => $"{Path}?month={Figures.Day(month)}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/" + Path, async (PageCall page) => Page.For<AssessmentPage>(new AssessmentModel(
            await page.RunAsync(page.Query<ReadAssessments.Input>()), page.May(PrepareSettlements), page.May(ApproveSettlements))));
        pages.MapPost("/" + Path, async (PageCall page) =>
        {
            var asked = await page.FormAsync<PrepareAssessment.Input>();
            return Told(page, asked.Month, await page.TryAsync(asked));
        });
        pages.MapPost($"/{Path}/decision", async (PageCall page) =>
        {
            var asked = await page.FormAsync<DecideAssessment.Input>();
            return Told(page, asked.Month, await page.TryAsync(asked));
        });
        pages.MapGet($"/{Path}/export.{{format}}", async (PageCall page, string format) =>
        {
            var read = await page.RunAsync(page.Query<ReadAssessments.Input>());
            return ExportFile.Of(
                format, "assessment-" + SalesWords.Month(read.Month), Columns(page.Texts), page.TimeZone,
                read.Results.Concat(read.Differences).ToAsyncEnumerable());
        });
    }

    private static IResult Told(PageCall page, DateOnly month, Outcome<AssessmentView> outcome)
    {
        if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.Forbidden) } no) throw no;
        return Page.Redirect(page.ToSales(Of(month)), outcome.Refusal is { } fault
            ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
            : Flash.Success("storedvalue.sales.done"));
    }

    private static IReadOnlyList<ExportColumn<AssessedPerson>> Columns(ITexts texts) =>
    [
        new(texts["storedvalue.plan.month"], r => SalesWords.Month(r.Month)),
        new(texts["storedvalue.sales.seller"], r => r.DisplayName),
        new(texts["storedvalue.settlement.seller-code"], r => r.Seller),
        new(texts["storedvalue.report.target"], r => r.Target),
        new(texts["storedvalue.report.net"], r => r.Net),
        new(texts["storedvalue.report.attainment"], r => r.Attainment / 100m),
        new(texts["storedvalue.assessment.full"], r => r.FullPay),
        new(texts["storedvalue.rules.capped"], r => texts[r.Capped ? "storedvalue.yes" : "storedvalue.no"]),
        new(texts["storedvalue.assessment.mode"],
            r => texts[r.ReplacesFormer ? "storedvalue.assessment.replaces" : "storedvalue.assessment.from-wage"]),
        new(texts["storedvalue.assessment.row"],
            r => texts[r.Month < r.ClosedIn ? "storedvalue.assessment.difference" : "storedvalue.assessment.of-month"]),
        new(texts["storedvalue.report.pay"], r => r.Pay),
    ];
}

internal sealed record AssessmentModel(ReadAssessments.Result Read, bool MayPrepare, bool MayApprove);
