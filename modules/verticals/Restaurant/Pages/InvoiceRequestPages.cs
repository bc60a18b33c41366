using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Restaurant.Invoices;
using RetailMember.Values;

namespace RetailMember.Restaurant.Pages;

/// <summary>At the counter: requests for invoices of loads and of receipts, and what became of them.</summary>
internal static class InvoiceRequestPages
{
    private const string List = "/invoice-requests";
    private const string Loads = List + "/loads";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page, TableQuery table, IBrandDirectory brands) =>
            ListAsync(page, brands, page.Query<FindInvoiceRequests.Input>() with { Size = table.Size }, FormFaults.None));
        pages.MapPost(List + "/receipts", (PageCall page, IBrandDirectory brands) =>
            page.SubmitAsync<RequestReceiptInvoice.Input, InvoiceView>(
                _ => Page.Redirect(page.Address("restaurant/invoice-requests"), Flash.Success("restaurant.invoices.requested")),
                faults => ListAsync(page, brands, new FindInvoiceRequests.Input(Size: TableQuery.DefaultSize), faults)));
        pages.MapGet(Loads, (PageCall page, TableQuery table, IBrandDirectory brands) =>
            LoadsAsync(page, brands, page.Query<FindInvoiceableLoads.Input>() with { Search = null, Size = table.Size }));

        // Posted and not asked for: nobody's number stands in an address.
        pages.MapPost(Loads, async (PageCall page, IBrandDirectory brands) => await LoadsAsync(
            page, brands, await page.FormAsync<FindInvoiceableLoads.Input>() with { Size = TableQuery.DefaultSize }));
        pages.MapStep<RequestLoadInvoice.Input, InvoiceView>(
            List + "/card-loads/{load}", "restaurant.invoices.requested", (_, _) => "invoice-requests/loads");
    }

    private static async Task<IResult> ListAsync(
        PageCall page, IBrandDirectory brands, FindInvoiceRequests.Input asked, FormFaults faults) =>
        Page.For<InvoiceRequestsPage>(new InvoiceRequestsModel(
            await page.RunAsync(asked), brands.For(page, RestaurantRights.RequestInvoices), brands.NamesOf(page), faults));

    private static async Task<IResult> LoadsAsync(PageCall page, IBrandDirectory brands, FindInvoiceableLoads.Input asked) =>
        Page.For<InvoiceableLoadsPage>(new InvoiceableLoadsModel(await page.RunAsync(asked), brands.NamesOf(page)));
}

/// <param name="Stores">Where he may ask for invoices of receipts.</param>
internal sealed record InvoiceRequestsModel(
    PageOf<InvoiceView> Requests, IReadOnlyList<Store> Stores, IReadOnlyDictionary<string, string> StoreNames, FormFaults Faults);

internal sealed record InvoiceableLoadsModel(
    PageOf<FindInvoiceableLoads.Row> Loads, IReadOnlyDictionary<string, string> StoreNames);
