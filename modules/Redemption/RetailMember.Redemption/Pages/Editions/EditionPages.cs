using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.UseCases;
using RetailMember.Values;
using static RetailMember.Redemption.RedemptionPermissions;

namespace RetailMember.Redemption.Pages.Editions;

/// <summary>Editions on a calendar: prepared ahead, copied from the last one, put before the members.</summary>
internal static class EditionPages
{
    private const string List = "/editions";
    private const string One = List + "/{edition}";

    /// <summary>Three fields for each reward that an edition may have, and for as many that it leaves out.</summary>
    private const int MostValues = (2 * 3 * EditEdition.MostItems) + 100;

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, CalendarAsync);
        pages.MapGet(List + "/new", (PageCall page, TimeProvider time, string? month) => NewAsync(page, time, month, FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page, TimeProvider time, string? month) => page.SubmitAsync(
            () => SaveAsync(page), faults => NewAsync(page, time, month, faults))).WithFormOptions(valueCountLimit: MostValues);
        pages.MapGet(One, (PageCall page, TimeProvider time, string edition) => ShowAsync(page, time, edition, FormFaults.None));
        pages.MapPost(One, (PageCall page, TimeProvider time, string edition) => page.SubmitAsync(
            () => SaveAsync(page), faults => ShowAsync(page, time, edition, faults))).WithFormOptions(valueCountLimit: MostValues);
        pages.MapPost(One + "/publication", (PageCall page, TimeProvider time, string edition) =>
            page.SubmitAsync<PublishEdition.Input, EditionView>(
                done => Page.Redirect(
                    page.ToRedemption("editions?month=" + EditionMonth.CodeOf(done.From)),
                    Flash.Success("redemption.editions.published", ("edition", done.Edition))),
                faults => ShowAsync(page, time, edition, faults)));
    }

    private static async Task<IResult> CalendarAsync(PageCall page, TimeProvider time, string? month)
    {
        var today = time.Today(page.Context.RequiredBrand);
        var first = EditionMonth.MonthOf(month, today);
        var found = await page.RunAsync(new FindEditions.Input(first.AddDays(-6), first.AddMonths(1).AddDays(5)));
        return Page.For<EditionCalendarPage>(new EditionCalendarModel(
            new EditionMonth(first, today, found.Editions), page.May(EditCatalogue), page.May(PublishEditions)));
    }

    /// <summary>Proposed for the whole month, with what the last edition before it offers.</summary>
    private static async Task<IResult> NewAsync(PageCall page, TimeProvider time, string? month, FormFaults faults)
    {
        page.Require(EditCatalogue);
        var first = EditionMonth.MonthOf(month, time.Today(page.Context.RequiredBrand));
        var earlier = (await page.RunAsync(new FindEditions.Input(To: first.AddDays(-1)))).Editions;
        var last = earlier.Count > 0 ? earlier[^1] : null;
        var form = (last is null ? new EditionForm { Edition = "", From = first, To = first } : EditionForm.Of(last)) with
        {
            Edition = EditionMonth.CodeOf(first), From = first, To = first.AddMonths(1).AddDays(-1),
        };
        return await FormAsync(page, form, null, last?.Edition, isOver: false, faults);
    }

    private static async Task<IResult> ShowAsync(PageCall page, TimeProvider time, string edition, FormFaults faults)
    {
        var read = await page.RunAsync(new ReadEdition.Input(edition));
        return await FormAsync(
            page, EditionForm.Of(read), read, null, read.To < time.Today(page.Context.RequiredBrand), faults);
    }

    private static async Task<IResult> FormAsync(
        PageCall page, EditionForm form, EditionView? edition, string? copiedFrom, bool isOver, FormFaults faults)
    {
        var rewards = new List<FindRewards.Row>();
        for (string? after = null; ;)
        {
            var found = await page.RunAsync(new FindRewards.Input { After = after, Size = Cursor.LargestSize });
            rewards.AddRange(found.Items);
            if ((after = found.Next) is null) break;
        }

        return Page.For<EditionPage>(new EditionModel(
            form, edition, copiedFrom, rewards, (await page.RunAsync(new FindRewardPictures.Input())).Versions,
            page.May(EditCatalogue), page.May(EditCatalogue) && (edition?.Published != true || page.May(PublishEditions)),
            page.May(PublishEditions), isOver, faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<EditionForm>()).ToInput());
        return Page.Redirect(
            page.ToRedemption("editions/" + Uri.EscapeDataString(saved.Edition)),
            Flash.Success("redemption.editions.saved", ("edition", saved.Edition)));
    }
}
