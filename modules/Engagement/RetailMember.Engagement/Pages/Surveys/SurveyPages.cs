using Microsoft.AspNetCore.Http;
using RetailMember.Engagement.Pages.MemberEvents;
using RetailMember.Engagement.Surveys;
using RetailMember.Pages;
using RetailMember.Pages.Export;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Engagement.Pages.Surveys;

/// <summary>The list of surveys, one with its results, and its form.</summary>
internal static class SurveyPages
{
    private const string List = "/surveys";
    private const string One = List + "/{survey}";
    private const string New = "/surveys-new";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page, TableQuery table) => Page.For<SurveyListPage>(new SurveyListModel(
            await page.RunAsync(page.Query<FindSurveys.Input>() with { Size = table.Size }),
            page.May(EngagementRights.EditSurveys))));
        pages.MapGet(List + "/export.{format}", (PageCall page, string format) => ExportFile.Of(
            format, "surveys", SurveyWords.Surveys(page.Texts), page.TimeZone,
            ExportFile.PageByPage(after => page.RunAsync(
                page.Query<FindSurveys.Input>() with { After = after, Size = Cursor.LargestSize }))));
        pages.MapGet(One, (PageCall page, string survey) => ShowAsync(page, survey, FormFaults.None));
        pages.MapGet(One + "/export.{format}", async (PageCall page, string format, string survey) => ExportFile.Of(
            format, survey, SurveyWords.Columns(page.Texts), page.TimeZone,
            page.Texts.Rows((await page.RunAsync(new ReadResults.Input(survey))).Results).ToAsyncEnumerable()));
        pages.MapGet(New, (PageCall page) => FormAsync(page, null, FormFaults.None));
        pages.MapPost(New, (PageCall page) => page.SubmitAsync(
            () => SaveAsync(page), faults => FormAsync(page, null, faults)));
        pages.MapGet(One + "/edit", (PageCall page, string survey) => EditAsync(page, survey, FormFaults.None));
        pages.MapPost(One + "/edit", (PageCall page, string survey) => page.SubmitAsync(
            () => SaveAsync(page), faults => EditAsync(page, survey, faults)));
        MapStep<OpenSurvey.Input>(pages, "opening", "engagement.survey-opened");
        MapStep<CloseSurvey.Input>(pages, "closure", "engagement.survey-closed");
    }

    private static void MapStep<TInput>(PageRoutes pages, string step, string done)
        where TInput : IInput<SurveyView> =>
        pages.MapPost($"{One}/{step}", (PageCall page, string survey) => page.SubmitAsync<TInput, SurveyView>(
            _ => Page.Redirect(page.ToSurvey(survey), Flash.Success(done)), faults => ShowAsync(page, survey, faults)));

    private static async Task<IResult> ShowAsync(PageCall page, string survey, FormFaults faults) =>
        Page.For<SurveyPage>(new SurveyModel(
            await page.RunAsync(new ReadSurvey.Input(survey)), (await page.RunAsync(new ReadResults.Input(survey))).Results,
            page.May(EngagementRights.EditSurveys), faults));

    private static async Task<IResult> EditAsync(PageCall page, string survey, FormFaults faults) => await FormAsync(
        page, SurveyForm.Of(survey, (await page.RunAsync(new ReadSurvey.Input(survey))).Terms), faults);

    private static async Task<IResult> FormAsync(PageCall page, SurveyForm? form, FormFaults faults)
    {
        page.Require(EngagementRights.EditSurveys);
        return Page.For<SurveyFormPage>(new SurveyFormModel(
            form, (await page.RunAsync(new ReadInvitable.Input())).Tiers, faults));
    }

    private static async Task<IResult> SaveAsync(PageCall page)
    {
        var saved = await page.RunAsync((await page.FormAsync<SurveyForm>()).ToInput());
        return Page.Redirect(page.ToSurvey(saved.Survey), Flash.Success("engagement.survey-saved"));
    }
}
