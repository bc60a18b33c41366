using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Restaurant.Invoices;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Restaurant.Pages;

/// <summary>Invoices: loads of which one can be asked for, the form for receipts, and the register.</summary>
internal static class InvoicePages
{
    private const string List = "/invoices";
    private const int Loads = 20;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page, IBrandDirectory brands) => ShowAsync(page, brands, FormFaults.None));
        pages.MapGet(List + "/export.{format}", (PageCall page, IBrandDirectory brands, string format) => ExportFile.Of(
            format, "invoices", Columns(page.Texts, brands.NamesOf(page)), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindInvoices.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapPost(List + "/receipts", (PageCall page, IBrandDirectory brands) =>
            page.SubmitAsync<RequestReceiptInvoice.Input, InvoiceView>(
                _ => Page.Redirect(page.Address("restaurant/invoices"), Flash.Success("restaurant.invoices.requested")),
                faults => ShowAsync(page, brands, faults)));
        pages.MapStep<RequestLoadInvoice.Input, InvoiceView>(
            List + "/card-loads/{load}", "restaurant.invoices.requested", (_, _) => "invoices");
        pages.MapStep<IssueInvoice.Input, InvoiceView>(
            List + "/{invoice}/number", "restaurant.invoices.issued", (_, _) => "invoices");
        pages.MapStep<ReverseInvoice.Input, InvoiceView>(
            List + "/{invoice}/reversal", "restaurant.invoices.reversed", (_, _) => "invoices");
    }

    private static IReadOnlyList<ExportColumn<InvoiceView>> Columns(
        ITexts texts, IReadOnlyDictionary<string, string> stores) =>
    [
        new(texts["restaurant.invoices.of"], i => texts["restaurant.invoice-kind." + EnumCode.Of(i.Kind)]),
        new(texts["restaurant.invoices.reference"], i => i.Reference),
        new(texts["restaurant.invoices.store"], i => i.StoreCode is { } store ? stores.GetValueOrDefault(store, store) : null),
        new(texts["restaurant.invoices.state"], i => texts["restaurant.invoice-state." + EnumCode.Of(i.State)]),
        new(texts["restaurant.invoices.buyer"], i => i.Buyer),
        new(texts["restaurant.invoices.tax-no"], i => i.TaxNo),
        new(texts["restaurant.invoices.amount"], i => i.Amount),
        new(texts["restaurant.invoices.paid-back"], i => i.PaidBack),
        new(texts["restaurant.invoices.number"], i => i.InvoiceNo),
        new(texts["restaurant.invoices.red-letter"], i => i.RedLetterNo),
        new(texts["restaurant.invoices.reason"], i => i.Reason),
        new(texts["restaurant.invoices.requested-at"], i => i.RequestedAt),
        new(texts["restaurant.invoices.requested-by"], i => i.RequestedBy),
        new(texts["restaurant.invoices.settled-at"], i => i.SettledAt),
        new(texts["restaurant.invoices.settled-by"], i => i.SettledBy),
    ];

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, FormFaults faults) =>
        Page.For<InvoicesPage>(new InvoicesModel(
            (await page.RunAsync(new FindInvoiceableLoads.Input(Size: Loads))).Items,
            await page.RunAsync(page.Query<FindInvoices.Input>()),
            brands.For(page, RestaurantRights.RequestInvoices), brands.NamesOf(page),
            page.MayAtSomeStore(RestaurantRights.RequestInvoices), page.May(RestaurantRights.IssueInvoices), faults));
}

internal sealed record InvoicesModel(
    IReadOnlyList<FindInvoiceableLoads.Row> Loads, PageOf<InvoiceView> Register, IReadOnlyList<Store> Stores,
    IReadOnlyDictionary<string, string> StoreNames, bool MayRequest, bool MayIssue, FormFaults Faults);
