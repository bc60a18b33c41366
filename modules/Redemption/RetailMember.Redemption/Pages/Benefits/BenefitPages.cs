using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Pages.Orders;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Proposals;
using RetailMember.Texts;
using RetailMember.Values;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Benefits;

/// <summary>Benefits: the matrix of who has what, one of them with its uses, its form, and its use at the counter.</summary>
internal static class BenefitPages
{
    private const string List = "/benefits";
    private const string One = List + "/{benefit}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, ListAsync);
        pages.MapGet(List + "/export.{format}", async (PageCall page, TableQuery table, string format, bool? withdrawn) =>
            ExportFile.Of(
                format, "benefits", BenefitColumns.Benefits(page.Texts, await NamesAsync(page)), page.TimeZone,
                (await FindAsync(page, table, withdrawn)).ToAsyncEnumerable()));
        pages.MapGet(List + "/new", (PageCall page, IBrandDirectory brands) =>
            FormAsync(page, brands, BenefitForm.Blank(), FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page, IBrandDirectory brands) => page.SubmitAsync(
            () => SaveAsync(page), faults => FormAsync(page, brands, BenefitForm.Blank(), faults)));
        pages.MapGet(One, (PageCall page, IBrandDirectory brands, TableQuery table, string benefit) =>
            ShowAsync(page, brands, page.Query<FindBenefitUses.Input>() with { Size = table.Size }, FormFaults.None));
        pages.MapPost(One + "/uses/{use}/reversal", (PageCall page, IBrandDirectory brands, string benefit) =>
            page.SubmitAsync<TakeBackBenefit.Input, TakeBackBenefit.Result>(
                done => Page.Redirect(
                    AddressOf(page, benefit), Flash.Success("redemption.benefits.was-taken-back", ("member", done.MemberNo))),
                faults => ShowAsync(page, brands, new FindBenefitUses.Input { Benefit = benefit }, faults)));
        pages.MapGet(One + "/export.{format}", (PageCall page, IBrandDirectory brands, string format, string benefit) =>
            ExportFile.Of(
                format, benefit, BenefitColumns.Uses(page.Texts, brands.NamesOf(page)), page.TimeZone,
                ExportFile.PageByPage(after => page.RunAsync(
                    page.Query<FindBenefitUses.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(One + "/edit", (PageCall page, IBrandDirectory brands, string benefit) =>
            EditAsync(page, brands, benefit, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, IBrandDirectory brands, string benefit) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, brands, benefit, faults)));

        // Answered and not redirected to where it is refused: who was served stands in no address.
        pages.MapPost("/orders/benefit", (PageCall page, IBrandDirectory brands, HttpContext http) =>
            page.SubmitAsync<UseBenefit.Input, UseBenefit.Result>(
                done => Page.Redirect(page.ToRedemption("orders"), done.Left is { } left
                    ? Flash.Success("redemption.benefits.used-left", ("member", done.MemberNo), ("left", left))
                    : Flash.Success("redemption.benefits.used", ("member", done.MemberNo))),
                faults => CounterPages.AgainAsync(page, brands, http, faults)));
    }

    public static async Task<BenefitNames> NamesAsync(PageCall page) =>
        new(await page.ChoicesAsync(), page.Texts);

    public static string AddressOf(PageCall page, string benefit) =>
        page.ToRedemption("benefits/" + Uri.EscapeDataString(benefit));

    /// <summary>What a member may have now; nothing where whoever asks may not see it, or the member may have nothing.</summary>
    public static async Task<OwnBenefits> OfMemberAsync(PageCall page, string member, string? store)
    {
        if (!page.MayAtSomeStore(ViewBenefits)) return OwnBenefits.None;
        var found = await page.TryAsync(new FindMemberBenefits.Input(member, store));
        return found.Accepted
            ? new OwnBenefits(found.Value.Benefits, page.MayAtSomeStore(UseBenefits))
            : OwnBenefits.None;
    }

    private static async Task<IResult> ListAsync(PageCall page, TableQuery table, bool? withdrawn)
    {
        var found = await FindAsync(page, table, withdrawn);
        return Page.For<BenefitListPage>(new BenefitListModel(
            [.. found.Skip(table.Skip).Take(table.Size)], Paging.Numbered(table, found.Count), await NamesAsync(page),
            page.May(EditBenefits),
            page.May(EditBenefits) ? (await page.RunAsync(new FindProposedBenefits.Input())).Proposed : []));
    }

    private static async Task<IReadOnlyList<FindBenefits.Row>> FindAsync(PageCall page, TableQuery table, bool? withdrawn)
    {
        var found = (await page.RunAsync(new FindBenefits.Input(withdrawn))).Benefits;
        return (table.SortColumn, table.Descending) switch
        {
            ("uses", false) => [.. found.OrderBy(b => b.Uses)],
            ("uses", true) => [.. found.OrderByDescending(b => b.Uses)],
            ("code", true) => [.. found.Reverse()],
            _ => found,
        };
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, IBrandDirectory brands, FindBenefitUses.Input asked, FormFaults faults) =>
        Page.For<BenefitPage>(new BenefitModel(
            await page.RunAsync(new ReadBenefit.Input(asked.Benefit)), await page.RunAsync(asked),
            await NamesAsync(page), brands.NamesOf(page), page.May(EditBenefits),
            page.MayAtSomeStore(ReturnOrders), faults));

    private static async Task<IResult> EditAsync(PageCall page, IBrandDirectory brands, string benefit, FormFaults faults) =>
        await FormAsync(
            page, brands, BenefitForm.Of((await page.RunAsync(new ReadBenefit.Input(benefit))).Benefit), faults);

    private static async Task<IResult> FormAsync(PageCall page, IBrandDirectory brands, BenefitForm form, FormFaults faults)
    {
        page.Require(EditBenefits);
        return Page.For<BenefitFormPage>(new BenefitFormModel(
            form, form.Benefit.Length == 0, await NamesAsync(page),
            [.. brands.StoresOf(page.Context.RequiredBrand.Id).Where(s => !s.Closed)], faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<BenefitForm>()).ToInput());
        return Page.Redirect(
            AddressOf(page, saved.Benefit),
            Flash.Success("redemption.benefits.saved", ("benefit", page.Texts.In(saved.Terms.Name))));
    }
}
