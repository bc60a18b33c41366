using System.Globalization;
using Microsoft.AspNetCore.Http;
using RetailMember.Engagement.Surveys;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Pages.Surveys;

/// <summary>Surveys on a member's phone.</summary>
internal static class OwnSurveyPages
{
    private const string List = "/surveys";
    private const string One = List + "/{survey}";

    public static void Map(PageRoutes pages)
    {
        pages.MapGet(List, async (PageCall page) => Page.For<OwnSurveysPage>(new OwnSurveysModel(
            (await page.RunAsync(new FindOwnSurveys.Input())).Items)));
        pages.MapGet(One, (PageCall page, string survey) => ShowAsync(page, survey, FormFaults.None));
        pages.MapPost(One, (PageCall page, HttpContext http, string survey) => page.SubmitAsync(
            async () =>
            {
                var asked = await FindAsync(page, survey);
                var answers = Answers(asked.Questions, await http.Request.ReadFormAsync(http.RequestAborted));
                var given = await page.RunAsync(new AnswerSurvey.Input { Survey = survey, Answers = answers });
                return Page.Redirect(
                    MemberAddress.Of(page.Context.RequiredBrand, "engagement/surveys"),
                    Flash.Success("engagement.thanks", ("points", given.Points)));
            },
            faults => ShowAsync(page, survey, faults)));
    }

    private static async Task<IResult> ShowAsync(PageCall page, string survey, FormFaults faults) =>
        Page.For<OwnSurveyPage>(new OwnSurveyModel(await FindAsync(page, survey), faults));

    private static async Task<OwnSurvey> FindAsync(PageCall page, string survey) =>
        (await page.RunAsync(new FindOwnSurveys.Input(survey))).Items is [var one]
            ? one
            : throw new Refusal("engagement.survey-not-open", RefusalKind.NotFound, ("survey", survey));

    /// <summary>The name of a question's field.</summary>
    public static string Field(int question) => FormattableString.Invariant($"q{question}");

    /// <summary>What was filled in; a field that is left empty answers nothing.</summary>
    private static List<QuestionAnswer> Answers(IReadOnlyList<SurveyQuestion> questions, IFormCollection form)
    {
        var answers = new List<QuestionAnswer>();
        foreach (var (i, question) in questions.Index())
        {
            string[] given = [.. form[Field(i + 1)].OfType<string>().Where(v => v.Trim().Length > 0)];
            if (given.Length == 0) continue;
            answers.Add(question.Kind == QuestionKind.Comment
                ? new QuestionAnswer(i + 1, Comment: given[0].Trim())
                : question.HasOptions
                    ? new QuestionAnswer(i + 1, Picked: [.. given.Select(Number)])
                    : new QuestionAnswer(i + 1, Score: Number(given[0])));
        }

        return answers;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
