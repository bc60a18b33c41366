using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Gifts;
using RetailMember.Redemption.Gifts.Rules;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Gifts;

/// <summary>Gift rules: the list with what they have given, one of them, and the form of a draft.</summary>
internal static class GiftRulePages
{
    private const string List = "/gift-rules";
    private const string One = List + "/{rule}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, ListAsync);
        pages.MapGet(List + "/export.{format}", async (PageCall page, TableQuery table, string format, string? state, string? reason) =>
            ExportFile.Of(
                format, "gift-rules", GiftColumns.Rules(page.Texts, await NamesAsync(page)), page.TimeZone,
                (await FindAsync(page, table, state, reason)).ToAsyncEnumerable()));
        pages.MapGet(List + "/new", (PageCall page, TimeProvider time) => FormAsync(page, Blank(page, time), FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page, TimeProvider time) => page.SubmitAsync(
            () => SaveAsync(page), faults => FormAsync(page, Blank(page, time), faults)));
        pages.MapGet(One, ShowAsync);
        pages.MapGet(One + "/export.{format}", async (PageCall page, string format, string rule) => ExportFile.Of(
            format, rule, GiftColumns.Gifts(page.Texts, await NamesAsync(page)), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindGivenGifts.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(One + "/edit", (PageCall page, string rule) => EditAsync(page, rule, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, string rule) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, rule, faults)));
        MapStep(pages, "activation", rule => new ActivateGiftRule.Input(rule), "redemption.gift-rules.activated");
        MapStep(pages, "end", rule => new EndGiftRule.Input(rule), "redemption.gift-rules.ended");
    }

    public static async Task<GiftNames> NamesAsync(PageCall page) =>
        new(await page.RunAsync(new ReadGiftChoices.Input()), page.Texts);

    private static void MapStep(PageRoutes pages, string step, Func<string, IInput<GiftRuleView>> command, string done) =>
        pages.MapPost($"{One}/{step}", async (PageCall page, string rule) =>
        {
            var outcome = await page.TryAsync(command(rule));
            if (outcome.Refusal is { Kind: not RefusalKind.Conflict } no) throw no;
            return Page.Redirect(AddressOf(page, rule), outcome.Refusal is { } fault
                ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
                : Flash.Success(done, ("rule", page.Texts.In(outcome.Value.Terms.Name))));
        });

    private static async Task<IResult> ListAsync(PageCall page, TableQuery table, string? state, string? reason)
    {
        var found = await FindAsync(page, table, state, reason);
        return Page.For<GiftRuleListPage>(new GiftRuleListModel(
            [.. found.Skip(table.Skip).Take(table.Size)], found, Paging.Numbered(table, found.Count), await NamesAsync(page),
            page.May(EditGifts)));
    }

    private static async Task<IReadOnlyList<FindGiftRules.Row>> FindAsync(
        PageCall page, TableQuery table, string? state, string? reason) =>
        (await page.RunAsync(new FindGiftRules.Input(Named<GiftRuleState>(state), Named<GiftReason>(reason), table.Sort))).Rules;

    /// <summary>A filter that names nothing filters nothing.</summary>
    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static async Task<IResult> ShowAsync(PageCall page, TableQuery table, string rule)
    {
        var read = await page.RunAsync(new ReadGiftRule.Input(rule));
        var gifts = await page.RunAsync(page.Query<FindGivenGifts.Input>() with { Size = table.Size });
        return Page.For<GiftRulePage>(new GiftRuleModel(read, gifts, await NamesAsync(page), page.May(EditGifts)));
    }

    private static async Task<IResult> EditAsync(PageCall page, string rule, FormFaults faults) => await FormAsync(
        page, GiftRuleForm.Of((await page.RunAsync(new ReadGiftRule.Input(rule))).Rule), faults);

    private static async Task<IResult> FormAsync(PageCall page, GiftRuleForm form, FormFaults faults)
    {
        page.Require(EditGifts);
        return Page.For<GiftRuleFormPage>(new GiftRuleFormModel(form, form.Rule.Length == 0, await NamesAsync(page), faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<GiftRuleForm>()).ToInput());
        return Page.Redirect(
            AddressOf(page, saved.Rule), Flash.Success("redemption.gift-rules.saved", ("rule", page.Texts.In(saved.Terms.Name))));
    }

    private static GiftRuleForm Blank(PageCall page, TimeProvider time) =>
        GiftRuleForm.Blank(page.Context.RequiredBrand.DateOf(time.GetUtcNow().UtcDateTime));

    private static string AddressOf(PageCall page, string rule) => page.ToRedemption("gift-rules/" + Uri.EscapeDataString(rule));
}
