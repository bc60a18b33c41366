using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Restaurant.Tables;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Pages;

/// <summary>Tables: the open bills of a store, and one bill with what was ordered.</summary>
internal static class TablePages
{
    private const string List = "/tables";
    private const string One = List + "/{bill}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, (PageCall page, IBrandDirectory brands, HttpContext http) =>
            ListAsync(page, brands, http, FormFaults.None));
        pages.MapPost(List, (PageCall page, IBrandDirectory brands, HttpContext http) =>
            page.SubmitAsync<OpenTable.Input, TableBillView>(
                done => Page.Redirect(page.Address($"restaurant/tables/{done.TableSummary.TableBill}")),
                faults => ListAsync(page, brands, http, faults)));
        pages.MapGet(One, async (PageCall page, IBrandDirectory brands, HttpContext http, Guid bill) =>
            Page.For<TablePage>(await page.RunAsync(new ReadTable.Input(bill, StoreOf(page, brands, http).Code))));
        pages.MapStep<AddToTable.Input, TableBillView>(One + "/items", "restaurant.tables.added", Back);
        pages.MapStep<PayTable.Input, TableBillView>(One + "/payment", "restaurant.tables.paid", Back);
        pages.MapStep<GiveUpTable.Input, TableBillView>(One + "/end", "restaurant.tables.given-up", Back);
    }

    private static string Back(PageCall page, HttpContext http) => $"tables/{http.Request.RouteValues["bill"]}";

    private static Store StoreOf(PageCall page, IBrandDirectory brands, HttpContext http)
    {
        var stores = brands.For(page, RestaurantRights.ServeTables);
        // Who is signed out, or may not, is told so first.
        if (stores.Count == 0) page.Require(RestaurantRights.ServeTables);
        if (stores.Count == 0) throw new Refusal("store.needed", RefusalKind.Invalid);
        return StoreAtWork.Of(http, page, stores) ?? stores[0];
    }

    private static async Task<IResult> ListAsync(PageCall page, IBrandDirectory brands, HttpContext http, FormFaults faults)
    {
        var store = StoreOf(page, brands, http);
        var asked = page.Query<FindTables.Input>() with { StoreCode = store.Code };
        return Page.For<TablesPage>(new TablesModel(
            store, brands.For(page, RestaurantRights.ServeTables), await page.RunAsync(asked), faults));
    }
}

internal sealed record TablesModel(Store Store, IReadOnlyList<Store> Stores, PageOf<TableBillLine> Bills, FormFaults Faults);
