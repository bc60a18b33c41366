using FluentValidation;
using RetailMember.Texts;

namespace RetailMember.Marketing.Journeys.Rules;

/// <summary>What a journey must satisfy before it can write to anybody.</summary>
internal sealed class JourneyTermsRules : AbstractValidator<JourneyTerms>
{
    private const int MostDates = 24;
    private const int MostTiers = 20;

    public JourneyTermsRules()
    {
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Trigger).IsInEnum().WithErrorCode("field.malformed");
        RuleFor(t => t.Once).IsInEnum().WithErrorCode("field.malformed");
        RuleFor(t => t.Once).Must((t, once) => once == OncePer.Occasion || !t.Trigger.IsDated())
            .WithErrorCode("marketing.journey-once-by-date");
        RuleFor(t => t.Days).Must((t, days) => t.Trigger is JourneyTrigger.Birthday or JourneyTrigger.PointsExpiry
                ? days is >= 0 and <= 90
                : days is null)
            .WithErrorCode("marketing.journey-days");
        RuleFor(t => t.Months).Must((t, months) => t.Trigger == JourneyTrigger.Lapse ? months is >= 1 and <= 36 : months is null)
            .WithErrorCode("marketing.journey-months");
        RuleFor(t => t.DayOfMonth).Must((t, day) => t.Trigger == JourneyTrigger.Goal ? day is >= 1 and <= 28 : day is null)
            .WithErrorCode("marketing.journey-day-of-month");
        RuleFor(t => t.Dates).Must((t, dates) => t.Trigger == JourneyTrigger.Calendar
                ? dates.Count is >= 1 and <= MostDates && dates.All(d => d.Year is >= 2000 and <= 2999)
                : dates.Count == 0 && !t.EveryYear)
            .WithErrorCode("marketing.journey-dates");
        RuleFor(t => t.ShopEvent).Must((t, name) => t.Trigger == JourneyTrigger.ShopEvent ? name is { Length: > 0 } : name is null)
            .WithErrorCode("marketing.journey-shop-event");
        RuleFor(t => t.ShopEvent).IsMarketingCode().When(t => t.ShopEvent is { Length: > 0 });
        RuleFor(t => t.Tiers).Must(tiers => tiers.Count <= MostTiers && tiers.Distinct().Count() == tiers.Count)
            .WithErrorCode("field.malformed");
        RuleFor(t => t.Segment).IsMarketingCode().When(t => t.Segment is not null);
        RuleFor(t => t.WaitMinutes).InclusiveBetween(0, JourneyTerms.LongestWait);
        RuleFor(t => t.WaitMinutes).Must((t, wait) => wait == 0 || !t.Trigger.IsDated())
            .WithErrorCode("marketing.journey-wait-by-date");
        RuleFor(t => t.Template).NotEmpty().IsMarketingCode();
        RuleFor(t => t.Voucher).IsMarketingCode().When(t => t.Voucher is not null);
    }
}
