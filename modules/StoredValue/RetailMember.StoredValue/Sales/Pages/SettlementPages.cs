using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.People;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Commissions.Disputes;
using RetailMember.StoredValue.Commissions.Settlement;
using RetailMember.Texts;
using RetailMember.UseCases;
using static RetailMember.StoredValue.SalesPermissions;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>Settlements of commission with their files, and the answers to sellers' doubts.</summary>
internal static class SettlementPages
{
    private const string List = "/settlements";
    private const string One = List + "/{settlement:long}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page) => ListAsync(page, FormFaults.None));
        pages.MapPost(List, (PageCall page) => page.SubmitAsync<PrepareSettlement.Input, SettlementView>(
            done => Page.Redirect(page.ToSales($"settlements/{done.SettlementNo}"), done.DisputedLines > 0
                ? Flash.Warning("storedvalue.settlement.prepared-without", ("lines", done.DisputedLines))
                : Flash.Success("storedvalue.settlement.prepared")),
            faults => ListAsync(page, faults)));
        pages.MapGet(One, async (PageCall page, long settlement) => Page.For<SettlementPage>(new SettlementModel(
            await page.RunAsync(new ReadSettlement.Input(settlement)), page.May(ApproveSettlements), page.May(PrepareSettlements))));
        pages.MapPost(One + "/decision", async (PageCall page, long settlement) => Told(
            page, $"settlements/{settlement}", await page.TryAsync(await page.FormAsync<DecideSettlement.Input>())));
        pages.MapGet(One + "/export.{format}", async (
            PageCall page, IStaff staff, IBrandDirectory brands, long settlement, string format) => ExportFile.Of(
            format, $"settlement-{settlement}", Columns(page.Texts, staff, brands.NamesOf(page)), page.TimeZone,
            (await page.RunAsync(new ExportSettlement.Input(settlement))).Entries.ToAsyncEnumerable()));
        pages.MapPost("/commission-disputes/{dispute:guid}/reply", async (PageCall page, Guid dispute) => Told(
            page, "settlements", await page.TryAsync(await page.FormAsync<AnswerDispute.Input>())));
    }

    private static IResult Told<T>(PageCall page, string address, Outcome<T> outcome)
    {
        if (outcome.Refusal is { Kind: not (RefusalKind.Conflict or RefusalKind.Forbidden) } no) throw no;
        return Page.Redirect(page.ToSales(address), outcome.Refusal is { } fault
            ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
            : Flash.Success("storedvalue.sales.done"));
    }

    private static async Task<IResult> ListAsync(PageCall page, FormFaults faults) => Page.For<SettlementListPage>(
        new SettlementListModel(
            await page.RunAsync(new FindSettlements.Input()),
            page.May(AnswerDisputes) ? (await page.RunAsync(new FindDisputes.Input())).Disputes : null,
            page.May(PrepareSettlements), faults));

    private static IReadOnlyList<ExportColumn<CommissionLineView>> Columns(
        ITexts texts, IStaff staff, IReadOnlyDictionary<string, string> stores) =>
    [
        new(texts["storedvalue.sales.seller"], l => staff.NameOf(l.Seller)),
        new(texts["storedvalue.settlement.seller-code"], l => l.Seller),
        new(texts["storedvalue.sales.no"], l => l.SaleNo),
        new(texts["storedvalue.assessment.for-month"], l => l.Month is { } month ? SalesWords.Month(month) : null),
        new(texts["storedvalue.sales.store"], l => l.StoreCode is { } code ? stores.GetValueOrDefault(code, code) : null),
        new(texts["storedvalue.settlement.store-code"], l => l.StoreCode),
        new(texts["storedvalue.commission.on"], l => l.BusinessDate),
        new(texts["storedvalue.commission.kind"], l => texts.Of(l.Kind)),
        new(texts["storedvalue.commission.base"], l => l.ReckonedFrom),
        new(texts["storedvalue.commission.rate"], l => l.PerMille),
        new(texts["storedvalue.commission.amount"], l => l.Amount),
    ];
}
