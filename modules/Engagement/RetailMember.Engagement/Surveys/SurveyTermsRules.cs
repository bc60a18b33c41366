using FluentValidation;
using RetailMember.Engagement.Data;
using RetailMember.Texts;

namespace RetailMember.Engagement.Surveys;

internal sealed class SurveyTermsRules : AbstractValidator<SurveyTerms>
{
    private const int MostQuestions = 30;
    private const int MostDays = 366;
    private const long MostPoints = 100_000;

    public SurveyTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Intro).SetValidator(new LocalTextRules());
        RuleFor(t => t.To).GreaterThanOrEqualTo(t => t.From);
        RuleFor(t => t.Tiers).NotEmpty().When(t => t.Audience == SurveyAudience.Tiers);
        RuleFor(t => t.BoughtWithinDays).NotNull().InclusiveBetween(1, MostDays).When(t => t.Audience == SurveyAudience.Buyers);
        RuleFor(t => t.Event).NotEmpty().MaximumLength(EngagementDb.CodeLength)
            .When(t => t.Audience == SurveyAudience.Attendants);
        RuleFor(t => t.Points).InclusiveBetween(0, MostPoints);
        RuleFor(t => t.Questions).NotEmpty();
        RuleFor(t => t.Questions.Count).LessThanOrEqualTo(MostQuestions).OverridePropertyName("questions");
        RuleForEach(t => t.Questions).SetValidator(new SurveyQuestionRules());
    }
}

internal sealed class SurveyQuestionRules : AbstractValidator<SurveyQuestion>
{
    private const int MostOptions = 30;

    public SurveyQuestionRules()
    {
        RuleFor(q => q.Asks).SetValidator(new LocalTextRules());
        RuleFor(q => q.Options.Count).InclusiveBetween(2, MostOptions).When(q => q.HasOptions).OverridePropertyName("options");
        RuleFor(q => q.Options.Count).Equal(0).When(q => !q.HasOptions).OverridePropertyName("options");
        RuleForEach(q => q.Options).SetValidator(new LocalNameRules());
    }
}
