using RetailMember.Engagement.Data;
using RetailMember.Engagement.Surveys;
using RetailMember.Pages.Charts;
using RetailMember.Pages.Display;
using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Engagement.Pages.Surveys;

/// <summary>What pages say of surveys and their results.</summary>
internal static class SurveyWords
{
    public const string States = "engagement.survey-state.";

    public const string Kinds = "engagement.question-kind.";

    public const string Audiences = "engagement.audience.";

    public static string Of(this ITexts texts, SurveyState state) => texts[States + EnumCode.Of(state)];

    public static Tone Tone(this SurveyState state) => state switch
    {
        SurveyState.Open => RetailMember.Pages.Display.Tone.Success,
        SurveyState.Draft => RetailMember.Pages.Display.Tone.Warning,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };

    /// <summary>An option's words, or the score itself.</summary>
    public static string Of(this ITexts texts, SurveyQuestion question, int choice) => question.HasOptions
        ? texts.In(question.Options[choice - 1])
        : question.Kind == QuestionKind.Stars ? new string('★', choice) : Figures.Whole(choice);

    /// <summary>How often each answer was given; null for comments.</summary>
    public static ChartData? Chart(this ITexts texts, QuestionResult result) => result.Counts.Count == 0 ? null : new ChartData(
        result.Asked.HasOptions ? ChartKind.HorizontalBar : ChartKind.Bar,
        [.. result.Counts.Select(c => texts.Of(result.Asked, c.Choice))],
        [new(texts["engagement.responses"], [.. result.Counts.Select(c => (decimal?)c.Count)])]);

    /// <summary>The rows of an exported result: a line for each answer that can be given, and for each comment.</summary>
    public static IEnumerable<ResultRow> Rows(this ITexts texts, IEnumerable<QuestionResult> results) =>
        from result in results
        from row in result.Counts.Select(c => (Answer: texts.Of(result.Asked, c.Choice), Count: (long)c.Count))
            .Concat(result.Comments.Select(c => (Answer: c, Count: 1L)))
        select new ResultRow(result.Question, texts.In(result.Asked.Asks), row.Answer, row.Count);

    public static IReadOnlyList<ExportColumn<SurveyView>> Surveys(ITexts texts) =>
    [
        new(texts["engagement.code"], s => s.Survey),
        new(texts["engagement.name"], s => texts.In(s.Terms.Name)),
        new(texts["engagement.state"], s => texts.Of(s.State)),
        new(texts["engagement.first-day"], s => s.Terms.From),
        new(texts["engagement.last-day"], s => s.Terms.To),
        new(texts["engagement.audience"], s => texts[Audiences + EnumCode.Of(s.Terms.Audience)]),
        new(texts["engagement.points"], s => s.Terms.Points),
        new(texts["engagement.responses"], s => s.Responses),
    ];

    public static IReadOnlyList<ExportColumn<ResultRow>> Columns(ITexts texts) =>
    [
        new(texts["engagement.question-number"], r => r.Question),
        new(texts["engagement.question"], r => r.Asks),
        new(texts["engagement.answer"], r => r.Answer),
        new(texts["engagement.responses"], r => r.Count),
    ];

    internal sealed record ResultRow(int Question, string Asks, string Answer, long Count);
}
