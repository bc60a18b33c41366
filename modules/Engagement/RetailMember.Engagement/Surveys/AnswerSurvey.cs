using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Surveys;

/// <summary>
/// A member answers a survey, once, and gets its points. What he answers stands in no audit trail; where the survey is
/// anonymous nothing that is kept leads from him to it.
/// </summary>
[OwnMember]
internal sealed class AnswerSurvey(EngagementDb db, SurveyShelf shelf, IMemberAwards awards)
    : UseCase<AnswerSurvey.Input, AnswerSurvey.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var me = call.Caller.Id!.Value;
        var member = (await awards.HoldAsync([me], cancel))[me].RequireActive();
        var survey = await shelf.LockAsync(input.Survey, cancel);
        var terms = SurveyShelf.TermsOf(survey);
        var today = call.RequiredBrand.DateOf(call.At);
        if (!SurveyShelf.IsOpen(survey, terms, today) || !await shelf.IsForAsync(terms, member, call, cancel))
            throw new Refusal("engagement.survey-not-open", RefusalKind.Conflict, ("survey", input.Survey));
        if (await db.SurveyEntries.AnyAsync(e => e.SurveyId == survey.Id && e.MemberId == me, cancel))
            throw new Refusal("engagement.answered-already", RefusalKind.Conflict, ("survey", input.Survey));
        QuestionAnswer.Require(terms.Questions, input.Answers);
        var answer = new SurveyAnswer
        {
            Id = Guid.NewGuid(),
            BrandId = survey.BrandId,
            SurveyId = survey.Id,
            Answers = JsonSerializer.Serialize(input.Answers, Json.Options),
        };
        var entry = new SurveyEntry
        {
            Id = Guid.CreateVersion7(),
            BrandId = survey.BrandId,
            SurveyId = survey.Id,
            MemberId = me,
            AnswerId = terms.Anonymous ? null : answer.Id,
            On = today,
        };
        if (terms.Points > 0) entry.Points = await AwardAsync(survey, terms, entry, call, cancel);
        db.SurveyAnswers.Add(answer);
        db.SurveyEntries.Add(entry);
        survey.Responses++;
        return new Result(survey.Code, entry.Points);
    }

    private async Task<long> AwardAsync(
        Survey survey, SurveyTerms terms, SurveyEntry entry, CallContext call, CancellationToken cancel)
    {
        var given = (await awards.GrantAsync(
            [
                new AwardGrant
                {
                    Key = entry.AwardKey,
                    Member = entry.MemberId,
                    Points = terms.Points,
                    Reason = new AwardReason(
                        survey.Code, AwardReason.Unversioned, [AwardInput.Named("engagement.input.survey", terms.Name)])
                    {
                        Title = "engagement.award-title.survey",
                    },
                    Occasion = AwardOccasion.Of(call),
                },
            ],
            cancel))[0];
        return given.Refusal is { } no ? throw new Refusal(no, RefusalKind.Conflict) : given.Points;
    }

    internal sealed record Input : IInput<Result>
    {
        /// <summary>Code of the survey.</summary>
        public required string Survey { get; init; }

        /// <summary>One for each question that is answered.</summary>
        [Personal]
        public required IReadOnlyList<QuestionAnswer> Answers { get; init; }
    }

    /// <param name="Survey">Its code.</param>
    /// <param name="Points">Given for answering.</param>
    internal sealed record Result(string Survey, long Points);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Answers).NotEmpty();
    }
}
