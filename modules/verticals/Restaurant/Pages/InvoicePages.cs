using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Restaurant.Invoices;
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
