using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Pages.Shared;

namespace RetailMember.Platform.Pages.Brands;

/// <summary>The brands of the chain: one list, and a form each.</summary>
internal static class BrandPages
{
    public const string Change = "Platform.Brands.Change";

    public static void Map(ModuleEndpoints endpoints)
    {
        var chain = endpoints.ChainPages;
        chain.MapGet("/brands", async (PageCall page) => Page.For<BrandListPage>(
            new BrandListModel((await page.RunAsync(new FindBrands.Input())).Items, page.May(Change))));
        chain.MapGet("/brands/new", (PageCall page) =>
        {
            page.Require(Change);
            return Form(page, FormFaults.None);
        });
        chain.MapPost("/brands/new", (PageCall page) => page.SubmitAsync<CreateBrand.Input, CreateBrand.Result>(
            done: made => Page.Redirect(
                $"/brands/{made.Code}/platform/stores/new", Flash.Success("platform.brands.created", ("code", made.Code))),
            again: faults => Form(page, faults)));

        var brand = endpoints.BrandPages;
        brand.MapGet("/brand", (PageCall page) =>
        {
            page.Require(Change);
            return Form(page, FormFaults.None);
        });
        brand.MapPost("/brand", (PageCall page) => page.SubmitAsync<ChangeBrand.Input, ChangeBrand.Result>(
            done: _ => Page.Redirect("/platform/brands", Flash.Success("platform.saved")),
            again: faults => Form(page, faults)));
    }

    private static IResult Form(PageCall page, FormFaults faults) =>
        Page.For<BrandFormPage>(new BrandFormModel(page.Context.Brand, faults));
}
