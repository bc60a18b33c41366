using System.Globalization;
using RetailMember.Pages.Display;
using Microsoft.AspNetCore.Http;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Tasks;
using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Pages.Ladder;

/// <summary>The rungs that wait at stores, and one member's ladder with what he may ask for.</summary>
internal static class LadderPages
{
    public static void Map(PageRoutes pages)
    {
        pages.MapGet("/rungs", async (PageCall page, IBrandDirectory brands, TimeProvider time, TableQuery table) =>
            Page.For<RungListPage>(new RungListModel(
            await page.RunAsync(page.Query<FindRungs.Input>() with { Size = table.Size }),
            brands.For(page, ApparelPermissions.ViewLadder).AsChoices(), brands.NamesOf(page),
            MonthsTo(time.Today(page.Context.RequiredBrand)),
            await OpenMonthsAsync(page))));
        pages.MapPost("/rung-gifts", async (PageCall page) =>
            Back(page, await page.TryAsync(new GiveRungs.Input()), done => Flash.Success(
                "apparel.rungs-given", ("count", done.RungCount))));
        pages.MapPost("/month-count", async (PageCall page) =>
            Back(page, await page.TryAsync(await page.FormAsync<CountMonth.Input>()), done => Flash.Success(
                "apparel.month-counted", ("month", MonthOf(done.Month)))));
        pages.MapGet("/rungs/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "rungs", ApparelWords.RungColumns(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindRungs.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet("/members/{member}", (PageCall page, IBrandDirectory brands, string member) =>
            ShowAsync(page, brands, member, FormFaults.None));
        pages.MapPost("/members/{member}", (PageCall page, IBrandDirectory brands, string member) => page.SubmitAsync(
            async () =>
            {
                var added = await page.RunAsync(await page.FormAsync<AddTask.Input>());
                return Page.Redirect(
                    page.Address($"apparel/members/{Uri.EscapeDataString(member)}"),
                    Flash.Success("apparel.task-added", ("due", Figures.Day(added.DueOn))));
            },
            faults => ShowAsync(page, brands, member, faults)));
    }

    /// <summary>This month and the twelve before it.</summary>
    private static IReadOnlyList<Choice> MonthsTo(DateOnly today) =>
    [
        .. Enumerable.Range(0, 13).Select(back => LadderBook.MonthOf(today).AddMonths(-back))
            .Select(month => new Choice(Figures.Day(month), MonthOf(month))),
    ];

    private static async Task<IReadOnlyList<Choice>> OpenMonthsAsync(PageCall page) =>
        page.May(ApparelPermissions.RunJobs)
            ? [.. (await page.RunAsync(new FindOpenMonths.Input())).Months
                .Select(month => new Choice(MonthOf(month), month.ToString("O", CultureInfo.InvariantCulture)))]
            : [];

    private static string MonthOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static IResult Back<T>(PageCall page, Outcome<T> outcome, Func<T, Flash> done)
    {
        if (outcome.Refusal is { Kind: RefusalKind.Forbidden or RefusalKind.SignInNeeded } no) throw no;
        return Page.Redirect(page.Address("apparel/rungs"), outcome.Refusal is { } fault
            ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
            : done(outcome.Value));
    }

    private static async Task<IResult> ShowAsync(PageCall page, IBrandDirectory brands, string member,
        FormFaults faults) =>
        Page.For<MemberLadderPage>(new MemberLadderModel(
            await page.RunAsync(new ReadLadder.Input(member)),
            brands.For(page, ApparelPermissions.WorkTasks).AsChoices(), brands.NamesOf(page),
            page.MayAtSomeStore(ApparelPermissions.WorkTasks), faults));
}

/// <param name="OpenMonths">That can be counted anew; none where he may not.</param>
internal sealed record RungListModel(
    PageOf<RungView> Rungs, IReadOnlyList<Choice> Stores, IReadOnlyDictionary<string, string> StoreNames,
        IReadOnlyList<Choice> Months, IReadOnlyList<Choice> OpenMonths);

internal sealed record MemberLadderModel(
    ReadLadder.Result Ladder, IReadOnlyList<Choice> Stores, IReadOnlyDictionary<string, string> StoreNames,
        bool MayAsk, FormFaults Faults);
