using RetailMember.Engagement.Surveys;

namespace RetailMember.Engagement.Pages.Surveys;

/// <summary>A survey as its form has it: options are lines of one text, with both languages in each.</summary>
internal sealed record SurveyForm
{
    private const char Between = '|';

    public required string Survey { get; init; }
    public required LocalName Name { get; init; }
    public required LocalName Intro { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public SurveyAudience Audience { get; init; }
    public IReadOnlyList<string> Tiers { get; init; } = [];
    public int? BoughtWithinDays { get; init; }
    public string? Event { get; init; }
    public bool Anonymous { get; init; }
    public long? Points { get; init; }
    public IReadOnlyList<QuestionRow> Questions { get; init; } = [];

    public EditSurvey.Input ToInput() => new(Survey, new SurveyTerms
    {
        Name = Name,
        Intro = Intro,
        From = From,
        To = To,
        Audience = Audience,
        Tiers = Audience == SurveyAudience.Tiers ? Tiers : [],
        BoughtWithinDays = Audience == SurveyAudience.Buyers ? BoughtWithinDays : null,
        Event = Audience == SurveyAudience.Attendants ? Event : null,
        Anonymous = Anonymous,
        Points = Points ?? 0,
        // Rows without any words were left empty.
        Questions = [.. Questions.Where(q => !string.IsNullOrWhiteSpace(q.Chinese + q.English)).Select(q => q.ToQuestion())],
    });

    public static SurveyForm Of(string survey, SurveyTerms terms) => new()
    {
        Survey = survey,
        Name = terms.Name,
        Intro = terms.Intro,
        From = terms.From,
        To = terms.To,
        Audience = terms.Audience,
        Tiers = terms.Tiers,
        BoughtWithinDays = terms.BoughtWithinDays,
        Event = terms.Event,
        Anonymous = terms.Anonymous,
        Points = terms.Points,
        Questions = [.. terms.Questions.Select(QuestionRow.Of)],
    };

    internal sealed record QuestionRow
    {
        public QuestionKind Kind { get; init; }
        public string? Chinese { get; init; }
        public string? English { get; init; }

        /// <summary>A line each: Chinese, a bar, English.</summary>
        public string? Options { get; init; }

        public bool Mandatory { get; init; }

        public SurveyQuestion ToQuestion() => new(Kind, new LocalName(Chinese ?? "", English ?? ""))
        {
            Mandatory = Mandatory,
            Options =
            [
                .. (Options ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(line => line.Split(Between, 2, StringSplitOptions.TrimEntries))
                    .Select(parts => new LocalName(parts[0], parts[^1])),
            ],
        };

        public static QuestionRow Of(SurveyQuestion question) => new()
        {
            Kind = question.Kind,
            Chinese = question.Asks.ZhHans,
            English = question.Asks.En,
            Mandatory = question.Mandatory,
            Options = string.Join('\n', question.Options.Select(o => $"{o.ZhHans} {Between} {o.En}")),
        };
    }
}
