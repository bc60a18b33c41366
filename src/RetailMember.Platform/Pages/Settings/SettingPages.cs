using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.Settings;
using RetailMember.Settings;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.Settings;

/// <summary>Values that head office sets for the chain, and a brand for itself.</summary>
internal static class SettingPages
{
    private const string Change = "Platform.Settings.Change";

    public static void Map(ModuleEndpoints endpoints)
    {
        Map(endpoints.ChainPages);
        Map(endpoints.BrandPages);
    }

    private static void Map(PageRoutes pages)
    {
        pages.MapGet("/settings", async (PageCall page) =>
            Page.For<SettingListPage>(new SettingListModel(await AllAsync(page), page.May(Change))));
        pages.MapGet("/settings/{name}", (PageCall page, string name) =>
        {
            page.Require(Change);
            return FormAsync(page, name, FormFaults.None);
        });
        pages.MapPost("/settings/{name}", (PageCall page, string name) =>
            page.SubmitAsync<ChangeSetting.Input, ChangeSetting.Result>(
                done: _ => Page.Redirect(page.To("settings"), Flash.Success("platform.saved")),
                again: faults => FormAsync(page, name, faults)));
    }

    private static async Task<IReadOnlyList<FindSettings.Item>> AllAsync(PageCall page) =>
        (await page.RunAsync(new FindSettings.Input())).Items;

    private static async Task<IResult> FormAsync(PageCall page, string name, FormFaults faults)
    {
        var setting = (await AllAsync(page)).FirstOrDefault(s => s.Name == name)
            ?? throw new Refusal("platform.setting-not-found", RefusalKind.NotFound, ("setting", name));
        return Page.For<SettingPage>(new SettingModel(setting, page.Context.Brand is null, faults));
    }
}

internal static class SettingWords
{
    /// <summary>A setting's value as people read it.</summary>
    public static string ValueOf(this ITexts texts, SettingKind kind, string value) => kind switch
    {
        SettingKind.YesNo => texts[value == "true" ? "platform.yes" : "platform.no"],
        SettingKind.Choice => texts["setting-choice." + value],
        _ => value,
    };
}

internal sealed record SettingListModel(IReadOnlyList<FindSettings.Item> Settings, bool MayChange);

internal sealed record SettingModel(FindSettings.Item Setting, bool OfChain, FormFaults Faults);
