using RetailMember.UseCases;

namespace RetailMember.Engagement.Surveys;

/// <summary>An answer to one question of a survey.</summary>
/// <param name="Question">Its number, from 1.</param>
/// <param name="Picked">Numbers of options, from 1.</param>
/// <param name="Score">Stars, or 0 to 10.</param>
/// <param name="Comment">In the member's own words.</param>
internal sealed record QuestionAnswer(
    int Question, IReadOnlyList<int>? Picked = null, int? Score = null, string? Comment = null)
{
    public const int CommentLength = 1_000;

    /// <summary>Refuses what does not answer these questions, each once, by the number of the question.</summary>
    public static void Require(IReadOnlyList<SurveyQuestion> questions, IReadOnlyList<QuestionAnswer> answers)
    {
        if (answers.Any(a => a.Question < 1 || a.Question > questions.Count)
            || answers.Select(a => a.Question).Distinct().Count() < answers.Count)
            throw Refusal.Invalid("answers", "engagement.question-unknown");
        foreach (var (i, question) in questions.Index())
        {
            var answer = answers.FirstOrDefault(a => a.Question == i + 1);
            if (answer is null && !question.Mandatory) continue;
            if (answer is null) throw Refused("engagement.answer-missing", i + 1);
            if (!answer.Answers(question)) throw Refused("engagement.answer-malformed", i + 1);
        }
    }

    private bool Answers(SurveyQuestion question)
    {
        var picked = Picked ?? [];
        if (question.HasOptions)
            return Score is null && Comment is null && picked.Distinct().Count() == picked.Count
                && picked.All(p => p >= 1 && p <= question.Options.Count)
                && (picked.Count == 1 || (question.Kind == QuestionKind.Multiple && picked.Count > 1));
        if (picked.Count > 0) return false;
        return question.Scale is var (least, most)
            ? Comment is null && Score >= least && Score <= most
            : Score is null && !string.IsNullOrWhiteSpace(Comment) && Comment.Length <= CommentLength;
    }

    private static Refusal Refused(string code, int question) => new(code, RefusalKind.Conflict, ("question", question));
}
