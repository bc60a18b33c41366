using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Reading;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Journeys.Pages;

/// <summary>Journeys: the list with what they decided, one of them, the form of a draft, and why a member was written to.</summary>
internal static class JourneyPages
{
    private const string Journeys = "marketing/journeys";
    private const string List = "/journeys";
    private const string One = List + "/{journey}";
    private const string OfMember = "/members/{member}/journeys";

    public static void Describe(ModuleDescription module)
    {
        module.MenuItem(new MenuItem("marketing.journeys.title", Journeys, "git-branch", JourneyRights.View, 315));
        module.MemberTab(new MemberTab(
            "marketing.journeys.member-title", "marketing" + OfMember, "message", JourneyRights.View));
    }

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, ListAsync);
        pages.MapGet(List + "/new", (PageCall page) => FormAsync(page, JourneyForm.Blank, isFixed: false, FormFaults.None));
        pages.MapPost(List + "/new", (PageCall page) => page.SubmitAsync(
            () => SaveAsync(page), faults => FormAsync(page, JourneyForm.Blank, isFixed: false, faults)));
        pages.MapGet(One, (PageCall page, TableQuery table, TimeProvider time, string journey) =>
            ShowAsync(page, table, time, journey, FormFaults.None));
        pages.MapGet(One + "/export.{format}", (PageCall page, string format, string journey) => ExportFile.Of(
            format, journey, JourneyWordsShown.Columns(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindDecisions.Input>() with { Journey = journey, After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(One + "/edit", (PageCall page, string journey) => EditAsync(page, journey, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, string journey) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, journey, faults)));
        pages.MapPost(One + "/activation", (PageCall page, TableQuery table, TimeProvider time, string journey) =>
            page.SubmitAsync<ActivateJourney.Input, JourneyView>(
                done => Page.Redirect(AddressOf(page, done.Journey), Done(page, "marketing.journeys.activated", done)),
                faults => ShowAsync(page, table, time, journey, faults)));
        pages.MapPost(One + "/end", EndAsync);
        pages.MapGet(OfMember, async (PageCall page, TableQuery table, string member) => Page.For<JourneyMemberPage>(
            new JourneyMemberModel(
                member,
                await page.RunAsync(page.Query<FindDecisions.Input>() with { Member = member, Size = table.Size }),
                (await page.RunAsync(new FindSilentJourneys.Input(member))).Journeys)));
    }

    public static string ToJourneys(this PageContext page, string? below = null) =>
        page.Address(below is null ? Journeys : $"{Journeys}/{below}");

    public static string ToJourney(this PageContext page, string code, string? step = null) =>
        page.ToJourneys(Uri.EscapeDataString(code) + (step is null ? "" : "/" + step));

    private static string AddressOf(PageCall page, string code) => page.Address($"{Journeys}/{Uri.EscapeDataString(code)}");

    private static async Task<IResult> ListAsync(PageCall page)
    {
        var found = await page.RunAsync(page.Query<FindJourneys.Input>());
        return Page.For<JourneyListPage>(new JourneyListModel(found.Journeys, found.Days, page.May(JourneyRights.Edit)));
    }

    private static async Task<IResult> ShowAsync(
        PageCall page, TableQuery table, TimeProvider time, string journey, FormFaults faults) => Page.For<JourneyPage>(new JourneyModel(
            await page.RunAsync(new ReadJourney.Input(journey)),
            await page.RunAsync(page.Query<FindDecisions.Input>() with { Journey = journey, Size = table.Size }),
            await NamesAsync(page), time.Today(page.Context.RequiredBrand), page.May(JourneyRights.Edit),
            page.May(JourneyRights.Activate), faults));

    private static async Task<IResult> EditAsync(PageCall page, string journey, FormFaults faults)
    {
        var versions = (await page.RunAsync(new ReadJourney.Input(journey))).Versions;
        return await FormAsync(page, JourneyForm.Of(versions[0]), versions.Any(v => v.From is not null), faults);
    }

    private static async Task<IResult> FormAsync(PageCall page, JourneyForm form, bool isFixed, FormFaults faults)
    {
        page.Require(JourneyRights.Edit);
        return Page.For<JourneyFormPage>(new JourneyFormModel(form, form.Journey.Length == 0, isFixed, await NamesAsync(page), faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<JourneyForm>()).ToInput());
        return Page.Redirect(AddressOf(page, saved.Journey), Done(page, "marketing.journeys.saved", saved));
    }

    private static async Task<IResult> EndAsync(PageCall page, string journey)
    {
        var outcome = await page.TryAsync(new EndJourney.Input(journey));
        if (outcome.Refusal is { Kind: not RefusalKind.Conflict } no) throw no;
        return Page.Redirect(AddressOf(page, journey), outcome.Refusal is { } fault
            ? Flash.Danger("refusal." + fault.Code, [.. fault.Facts])
            : Done(page, "marketing.journeys.ended", outcome.Value));
    }

    private static Flash Done(PageCall page, string text, JourneyView journey) =>
        Flash.Success(text, ("journey", page.Texts.In(journey.Terms.Name)));

    private static async Task<JourneyNamesShown> NamesAsync(PageCall page) =>
        new(await page.RunAsync(new ReadJourneyChoices.Input()));
}
