using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Pages.Shared;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.Stores;

/// <summary>The shops of a brand.</summary>
internal static class StorePages
{
    private const string Change = "Platform.Stores.Change";

    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/stores", async (PageCall page, TableQuery table, string? search) => Page.For<StoreListPage>(
            new StoreListModel(Sorted(await FoundAsync(page, search), table), table, search, page.May(Change))));
        pages.MapGet("/stores/export.{format}", async (PageCall page, TableQuery table, string? search, string format) =>
            ExportFile.Of(
                format, "stores", StoreColumns.In(page.Texts), page.TimeZone,
                Sorted(await FoundAsync(page, search), table).ToAsyncEnumerable()));
        pages.MapGet("/stores/new", (PageCall page) =>
        {
            page.Require(Change);
            return Page.For<StoreFormPage>(new StoreFormModel(null, FormFaults.None));
        });
        pages.MapPost("/stores/new", (PageCall page) => page.SubmitAsync<CreateStore.Input, CreateStore.Result>(
            done: made => Page.Redirect(page.To("stores"), Flash.Success("platform.stores.created", ("code", made.Code))),
            again: faults => Page.For<StoreFormPage>(new StoreFormModel(null, faults))));
        pages.MapGet("/stores/{code}", async (PageCall page, string code) =>
        {
            page.Require(Change);
            return await FormAsync(page, code, FormFaults.None);
        });
        pages.MapPost("/stores/{code}", (PageCall page, string code) =>
            page.SubmitAsync<ChangeStore.Input, ChangeStore.Result>(
                done: _ => Page.Redirect(page.To("stores"), Flash.Success("platform.saved")),
                again: faults => FormAsync(page, code, faults)));
        pages.MapPost("/stores/{code}/close", async (PageCall page) =>
        {
            var closed = await page.RunAsync(await page.FormAsync<CloseStore.Input>());
            var flash = closed.Closed
                ? Flash.Success("platform.stores.closed", ("code", closed.Code), ("tills", closed.TillsRevoked))
                : Flash.Success("platform.stores.reopened", ("code", closed.Code));
            return Page.Redirect(page.To("stores"), flash);
        });
    }

    private static async Task<IReadOnlyList<FindStores.Item>> FoundAsync(PageCall page, string? search) =>
        (await page.RunAsync(new FindStores.Input(search))).Items;

    private static async Task<IResult> FormAsync(PageCall page, string code, FormFaults faults)
    {
        var store = (await FoundAsync(page, null)).FirstOrDefault(s => s.Code == code)
            ?? throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", code));
        return Page.For<StoreFormPage>(new StoreFormModel(store, faults));
    }

    /// <summary>Closed ones last, whatever the order.</summary>
    private static List<FindStores.Item> Sorted(IReadOnlyList<FindStores.Item> stores, TableQuery table)
    {
        Func<FindStores.Item, string>? key = table.SortColumn switch
        {
            "code" => s => s.Code,
            "name" => s => s.Name,
            "area" => s => s.Area,
            _ => null,
        };
        if (key is null) return [.. stores];
        var open = stores.OrderBy(s => s.Closed);
        return [.. table.Descending ? open.ThenByDescending(key, Order) : open.ThenBy(key, Order)];
    }

    private static readonly StringComparer Order =
        StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("zh-Hans"), ignoreCase: true);
}
