using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Pages;

/// <summary>The module's pages and their places in the menu.</summary>
internal static class RestaurantPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        module.MenuItem(new MenuItem("restaurant.tables.title", "restaurant/tables", "tools-kitchen-2", RestaurantRights.ServeTables, 600));
        module.MenuItem(new MenuItem("restaurant.diners.title", "restaurant/diners", "moon", RestaurantRights.ViewDiners, 601));
        module.MenuItem(new MenuItem(
            "restaurant.invoice-requests.title", "restaurant/invoice-requests", "receipt", RestaurantRights.RequestInvoices, 602));
        module.MenuItem(new MenuItem(
            "restaurant.invoices.title", "restaurant/invoices", "receipt-yuan", RestaurantRights.ViewInvoices, 603));
        module.MenuItem(new MenuItem("restaurant.rules.title", "restaurant/house-rules", "ruler", RestaurantRights.ViewRules, 604));
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        RulePages.Map(endpoints.BrandPages);
        DinerPages.Map(endpoints.BrandPages);
        InvoiceRequestPages.Map(endpoints.BrandPages);
        InvoicePages.Map(endpoints.BrandPages);
        TablePages.Map(endpoints.BrandPages);
    }

    /// <summary>A button of a page: what it says is done, or why not, is told on the page that it stands on.</summary>
    public static void MapStep<TInput, TResult>(
        this PageRoutes pages, string pattern, string done, Func<PageCall, HttpContext, string> back)
        where TInput : IInput<TResult> =>
        pages.MapPost(pattern, async (PageCall page, HttpContext http) =>
        {
            var outcome = await page.TryAsync(await page.FormAsync<TInput>());
            if (outcome.Refusal is { Kind: RefusalKind.SignInNeeded or RefusalKind.Forbidden or RefusalKind.NotFound } no) throw no;
            return Page.Redirect(page.Address("restaurant/" + back(page, http)), outcome.Refusal switch
            {
                null => Flash.Success(done),
                { Fields: [var first, ..] } => Flash.Danger("refusal." + first.Code),
                { } fault => Flash.Danger("refusal." + fault.Code, [.. fault.Facts]),
            });
        });

    /// <summary>Addresses of this module's pages, of the brand that the present page belongs to.</summary>
    public static string To(this PageContext page, string path) =>
        PageAddress.Of(page.Request.Http.Request.RouteValues["brand"] as string, "restaurant/" + path);
}
