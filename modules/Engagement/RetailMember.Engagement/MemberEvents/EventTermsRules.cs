using FluentValidation;
using RetailMember.Engagement.Data;
using RetailMember.Texts;

namespace RetailMember.Engagement.MemberEvents;

/// <summary>What makes terms of an event complete. The order of times is judged once they are instants.</summary>
internal sealed class EventTermsRules : AbstractValidator<EventTerms>
{
    private const int MostSeats = 100_000;
    private const int MostGuests = 20;
    private const long MostPoints = 1_000_000;

    private static readonly DateTime Earliest = new(2000, 1, 1);
    private static readonly DateTime Latest = new(2100, 1, 1);

    public EventTermsRules()
    {
        RuleFor(t => t.StartsAt).Must(at => at >= Earliest).WithErrorCode("field.too-long-ago")
            .Must(at => at < Latest).WithErrorCode("engagement.too-far-ahead");
        RuleFor(t => t.EndsAt).Must(at => at < Latest).WithErrorCode("engagement.too-far-ahead");
        RuleFor(t => t.Name).SetValidator(new LocalNameRules());
        RuleFor(t => t.Content).SetValidator(new LocalTextRules());
        RuleFor(t => t.StoreCode).MaximumLength(EngagementDb.CodeLength);
        RuleFor(t => t.Place).MaximumLength(EngagementDb.ReasonLength);
        RuleFor(t => t.Place).NotEmpty().When(t => t.StoreCode is null);
        RuleFor(t => t.Seats).InclusiveBetween(1, MostSeats);
        RuleFor(t => t.GuestsEach).InclusiveBetween(0, MostGuests);
        RuleFor(t => t.Points).InclusiveBetween(0, MostPoints);
        RuleForEach(t => t.Tiers).NotEmpty().MaximumLength(EngagementDb.CodeLength);
    }
}
