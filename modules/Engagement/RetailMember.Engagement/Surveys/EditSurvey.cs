using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Surveys;

/// <summary>Drafts a survey or changes its draft. What members answer is never edited under them.</summary>
[Needs(EngagementRights.EditSurveys)]
internal sealed class EditSurvey(EngagementDb db, SurveyShelf shelf, EventShelf events, IMemberTiers tiers)
    : UseCase<EditSurvey.Input, SurveyView>
{
    protected override async Task<SurveyView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await tiers.UnknownAsync(input.Terms.Tiers, call.At, cancel) is { } no) throw no;
        if (input.Terms is { Audience: SurveyAudience.Attendants, Event: { } happening }) await events.FindAsync(happening, cancel);
        var survey = await db.Surveys.AnyAsync(s => s.Code == input.Survey, cancel)
            ? await shelf.LockAsync(input.Survey, cancel)
            : Make(input.Survey, call);
        if (survey.State != SurveyState.Draft)
            throw new Refusal("engagement.survey-state", RefusalKind.Conflict, ("survey", input.Survey));
        survey.Terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        (survey.EditedBy, survey.EditedAt) = (call.Caller.Name, call.At);
        return SurveyView.Of(survey);
    }

    private Survey Make(string code, CallContext call)
    {
        var made = new Survey
        {
            Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Code = code, Terms = "", EditedBy = call.Caller.Name,
        };
        db.Surveys.Add(made);
        return made;
    }

    /// <param name="Survey">Its code.</param>
    internal sealed record Input(string Survey, SurveyTerms Terms) : IInput<SurveyView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Survey).MaximumLength(EngagementDb.CodeLength)
                .Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code");
            RuleFor(i => i.Terms).SetValidator(new SurveyTermsRules());
        }
    }
}
