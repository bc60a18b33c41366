using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>
/// Why a member is not written to. The hand-over asks for address, consent and opt-out once more at the moment of sending:
/// what is asked here keeps vouchers from those who would never hear of them.
/// </summary>
internal sealed class JourneyGates(JourneySegments segments, JourneyWaits waits, MemberReach reach)
{
    public async Task<Dictionary<Guid, JourneyDecision>> StopAsync(
        JourneyInForce journey, IReadOnlyList<JourneyCase> cases, MessageTemplate? template, DateOnly today, CallContext call,
        CancellationToken cancel)
    {
        Guid[] members = [.. cases.Select(c => c.Member.Id).Distinct()];
        var segment = await segments.AskAsync(journey, members, today, cancel);
        var undone = await waits.UndoneAsync(journey.Terms, cases, call.RequiredBrand, cancel);
        var unreached = template is null
            ? new Dictionary<Guid, MessageReason>()
            : await reach.UnreachedAsync(members, template.Kind, template.Channel, cancel);
        var stopped = new Dictionary<Guid, JourneyDecision>();
        foreach (var one in cases)
            if (Fault(journey, one, template, today, unreached, segment) is { } fault
                || undone.TryGetValue(one.Id, out fault)) stopped[one.Id] = Decide(journey, one, fault, call);
        return stopped;
    }

    public JourneyDecision Decide(
        JourneyInForce journey, JourneyCase one, JourneyOutcome outcome, CallContext call, string? refusal = null) => new()
    {
        Id = one.Id,
        BrandId = call.RequiredBrand.Id,
        JourneyId = journey.Id,
        Number = journey.Number,
        MemberId = one.Member.Id,
        Occasion = one.Key,
        On = one.Cause.On,
        Outcome = outcome,
        Refusal = refusal,
        DecidedAt = call.At,
        DecidedOn = call.RequiredBrand.DateOf(call.At),
    };

    private static JourneyOutcome? Fault(
        JourneyInForce journey, JourneyCase one, MessageTemplate? template, DateOnly today,
        IReadOnlyDictionary<Guid, MessageReason> unreached, SegmentAnswer? segment) => one switch
    {
        { Member.IsActive: false } => JourneyOutcome.NotActive,
        _ when one.Member.JoinedOn > one.Cause.LookedAtOn => JourneyOutcome.JoinedLater,
        _ when !journey.Terms.IsFor(one.Member.Tier) => JourneyOutcome.NotForTier,
        _ when segment?.Objectors.Contains(one.Member.Id) == true => JourneyOutcome.Objects,
        _ when segment != SegmentAnswer.Unasked && segment?.Members.Contains(one.Member.Id) == false => JourneyOutcome.NotInSegment,
        // A member who rises by two tiers at once hears of the higher one, and once.
        _ when one.Cause.Facts.TryGetValue(JourneyCause.TierReached, out var tier) && tier != one.Member.Tier => JourneyOutcome.MovedOn,
        _ when one.Cause.GoodUntil < today => JourneyOutcome.TooLate,
        // Whose wait is still to begin is asked for at its end.
        _ when segment == SegmentAnswer.Unasked && !one.IsToWait(journey.Terms) => JourneyOutcome.Waiting,
        _ when template is null => JourneyOutcome.TemplateNotApproved,
        _ when unreached.TryGetValue(one.Member.Id, out var reason) => OutcomeOf(reason),
        _ => null,
    };

    private static JourneyOutcome OutcomeOf(MessageReason reason) => reason switch
    {
        MessageReason.NoConsent => JourneyOutcome.NoConsent,
        MessageReason.OptedOut => JourneyOutcome.OptedOut,
        _ => JourneyOutcome.Unreachable,
    };
}
