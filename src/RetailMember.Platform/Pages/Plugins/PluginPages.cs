using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Pages.Shared;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.Plugins;

/// <summary>What this host runs, what it could not run and why, and who has which plug-in.</summary>
internal static class PluginPages
{
    private const string Switch = "Platform.Modules.Switch";

    public static void Map(ModuleEndpoints endpoints)
    {
        endpoints.ChainPages.MapGet("/plugins", ListAsync);
        endpoints.BrandPages.MapGet("/plugins", ListAsync);
        endpoints.ChainPages.MapGet("/plugins/{module}", (PageCall page, IBrandDirectory brands, string module) =>
            ShowAsync(page, brands, module, FormFaults.None));
        endpoints.ChainPages.MapPost("/plugins/{module}/switch", SwitchAsync);
    }

    private static async Task<IResult> ListAsync(PageCall page, IBrandDirectory brands)
    {
        var found = await page.RunAsync(new FindModules.Input());
        return Page.For<PluginListPage>(new PluginListModel(
            found, brands.Brands, page.Context.Brand, page.Context.Brand is null));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string module, FormFaults faults)
    {
        var found = await page.RunAsync(new FindModules.Input());
        var plugin = found.Items.FirstOrDefault(m => m.IsPlugin && m.Name == module)
            ?? throw new Refusal("platform.module-not-found", RefusalKind.NotFound, ("module", module));
        var all = brands.Brands.Select(b => PluginBrand.Of(b, brands.StoresOf(b.Id), plugin));
        return Page.For<PluginPage>(new PluginModel(plugin, [.. all], page.May(Switch), faults));
    }

    private static Task<IResult> SwitchAsync(PageCall page, IBrandDirectory brands, ScopeChoices scopes, string module) =>
        page.SubmitAsync(
            async () =>
            {
                var form = await page.FormAsync<SwitchForm>();
                var (call, store) = scopes.Read(form.Scope, page);
                await call.RunAsync(new SwitchModule.Input(module, form.On, store));
                return Page.Redirect(page.To("plugins/" + module), Flash.Success("platform.plugins.switched"));
            },
            faults => ShowAsync(page, brands, module, faults));

    private sealed record SwitchForm(string Scope, bool? On = null);
}
