using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Surveys;

/// <summary>What members answered, question by question: counts and sums are kept whole, and nobody is named.</summary>
[Needs(EngagementRights.ViewSurveys)]
internal sealed class ReadResults(EngagementDb db, SurveyShelf shelf) : Query<ReadResults.Input, ReadResults.Result>
{
    private const int MostComments = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var survey = await shelf.FindAsync(input.Survey, cancel);
        var tallies = SurveyShelf.TermsOf(survey).Questions.Select(q => new Tally(q)).ToList();
        var answers = db.SurveyAnswers.AsNoTracking().Where(a => a.SurveyId == survey.Id).OrderBy(a => a.Id)
            .Select(a => a.Answers).AsAsyncEnumerable();
        await foreach (var json in answers.WithCancellation(cancel))
            foreach (var answer in JsonSerializer.Deserialize<QuestionAnswer[]>(json, Json.Options)!)
                tallies[answer.Question - 1].Add(answer);
        return new Result([.. tallies.Select((t, i) => t.Sum(i + 1))]);
    }

    private sealed class Tally(SurveyQuestion question)
    {
        private readonly SortedDictionary<int, int> counts =
            new(Enumerable.Range(question.Scale?.Least ?? 1, Steps(question)).ToDictionary(v => v, _ => 0));

        private readonly List<string> comments = [];
        private int answered;

        public void Add(QuestionAnswer answer)
        {
            answered++;
            foreach (var picked in answer.Picked ?? []) counts[picked]++;
            if (answer.Score is { } score) counts[score]++;
            if (answer.Comment is { } comment && comments.Count < MostComments) comments.Add(comment);
        }

        public QuestionResult Sum(int number) => new(
            number, question, answered, [.. counts.Select(c => new ChoiceCount(c.Key, c.Value))],
            question.Scale is null ? null : counts.Sum(c => (long)c.Key * c.Value),
            question.Kind == QuestionKind.Score && answered > 0 ? Recommendation() : null, comments);

        /// <summary>Promoters (9, 10) less detractors (0 to 6), of a hundred who answered.</summary>
        private int Recommendation()
        {
            var (promoters, detractors) = (counts[9] + counts[10], counts.Where(c => c.Key <= 6).Sum(c => c.Value));
            return (int)Math.Round((promoters - detractors) * 100m / answered, MidpointRounding.AwayFromZero);
        }

        private static int Steps(SurveyQuestion question) =>
            question.Scale is var (least, most) ? most - least + 1 : question.Options.Count;
    }

    internal sealed record Input(string Survey) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<QuestionResult> Results);
}

/// <summary>What was answered to one question.</summary>
/// <param name="Question">Its number, from 1.</param>
/// <param name="Responses">Members who answered it.</param>
/// <param name="Counts">By option from 1, or by score; empty for comments.</param>
/// <param name="ScoreSum">All scores together; divided by the responses it is their average.</param>
/// <param name="NetPromoterScore">From -100 to 100, of questions from 0 to 10.</param>
/// <param name="Comments">In an order that tells nothing.</param>
internal sealed record QuestionResult(
    int Question,
    SurveyQuestion Asked,
    int Responses,
    IReadOnlyList<ChoiceCount> Counts,
    long? ScoreSum,
    int? NetPromoterScore,
    IReadOnlyList<string> Comments)
{
    /// <summary>For people to read; null where there is none.</summary>
    internal decimal? Average => ScoreSum is { } sum && Responses > 0 ? Math.Round((decimal)sum / Responses, 2) : null;
}

/// <param name="Choice">Number of an option from 1, or a score.</param>
/// <param name="Count">How often.</param>
internal sealed record ChoiceCount(int Choice, int Count);
