using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.Tills;

namespace RetailMember.Platform.Pages.Tills;

/// <summary>The cash registers of a brand's stores and their keys.</summary>
internal static class TillPages
{
    private const string Change = "Platform.Tills.Change";

    public static void Map(ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        pages.MapGet("/tills", async (PageCall page, TableQuery table, string? store, string? revoked) =>
        {
            var tills = await page.RunAsync(new FindTills.Input(revoked is "true"));
            return Page.For<TillListPage>(new TillListModel(
                [.. tills.Items.Where(t => store is null or "" || t.StoreCode == store)], table,
                [.. tills.Items.Select(t => new Choice(t.StoreCode, t.StoreName)).Distinct()],
                page.May(Change)));
        });
        pages.MapGet("/tills/export.{format}", async (PageCall page, string format) => ExportFile.Of(
            format, "tills", TillColumns.In(page.Texts), page.TimeZone,
            (await page.RunAsync(new FindTills.Input(Revoked: true))).Items.ToAsyncEnumerable()));
        pages.MapGet("/tills/new", (PageCall page, IBrandDirectory brands) =>
        {
            page.Require(Change);
            return Form(page, brands, FormFaults.None);
        });
        pages.MapPost("/tills/new", RegisterAsync);
        pages.MapPost("/tills/{id}/revoke", async (PageCall page) =>
        {
            await page.RunAsync(await page.FormAsync<RevokeTill.Input>());
            return Page.Redirect(page.To("tills"), Flash.Success("platform.tills.revoked"));
        });
    }

    /// <summary>Answers with the key itself: after a redirect nobody could show it any more.</summary>
    private static Task<IResult> RegisterAsync(PageCall page, IBrandDirectory brands) => page.SubmitAsync(
        async () =>
        {
            var input = await page.FormAsync<CreateTill.Input>();
            var made = await page.RunAsync(input);
            var store = brands.FindStore(page.Context.RequiredBrand.Id, input.StoreCode);
            return Page.For<TillKeyPage>(new TillKeyModel(input.Name, store?.Name ?? input.StoreCode, made.Key));
        },
        faults => Task.FromResult(Form(page, brands, faults)));

    private static IResult Form(PageCall page, IBrandDirectory brands, FormFaults faults)
    {
        var own = page.Context.Caller.StoresOf(Change, page.Context.RequiredBrand.Id);
        return Page.For<TillFormPage>(new TillFormModel(
            [
                .. brands.StoresOf(page.Context.RequiredBrand.Id)
                    .Where(s => !s.Closed && (own is null || own.Contains(s.Id)))
                    .Select(s => new Choice(s.Code, $"{s.Name} ({s.Code})")),
            ],
            faults));
    }
}
