using FluentValidation;
using RetailMember.Brands;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Editing;

/// <summary>
/// Puts the draft of another person in force from a day on, as it was read: not where it, its segment or its words were changed
/// since. That may be a day not long past: whoever had his occasion since and for whom it is not over is written to by the next
/// walk.
/// </summary>
[Needs(JourneyRights.Activate)]
internal sealed class ActivateJourney(JourneyShelf shelf, JourneyNames names) : UseCase<ActivateJourney.Input, JourneyView>
{
    public const int LongestBack = 92;

    protected override async Task<JourneyView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var journey = await shelf.LockKnownAsync(input.Journey, cancel);
        var versions = await shelf.VersionsAsync(journey.Id, cancel);
        if (versions is not [{ From: null } draft, .. var former])
            throw new Refusal("marketing.journey-no-draft", RefusalKind.Conflict, ("journey", input.Journey));
        if (draft.EditedBy == call.Caller.Name)
            throw new Refusal("marketing.own-journey", RefusalKind.Conflict, ("journey", input.Journey));
        if (await names.MarkAsync(draft, cancel) != input.WordingMark)
            throw new Refusal("marketing.journey-changed", RefusalKind.Conflict, ("journey", input.Journey));
        var from = input.From ?? today;
        var earliest = today.AddDays(-LongestBack);
        if (former.Count > 0 && former.Max(v => v.From!.Value) is var last && last > earliest) earliest = last;
        if (from < earliest || from > today.AddYears(1))
            throw new Refusal("marketing.journey-day-out-of-range", RefusalKind.Invalid, ("earliest", earliest));
        await names.RequireApprovedAsync(JourneyTerms.Of(draft), from > today ? from : today, cancel);
        Begin(journey, from);
        draft.From = from;
        return JourneyView.Of(journey, draft);
    }

    /// <summary>
    /// Days on which it did not run are not made up for before its day; that day and those since are walked by the new terms,
    /// though they were walked before: who was written to for an occasion is not written to again.
    /// </summary>
    private static void Begin(Journey journey, DateOnly from)
    {
        var before = from.AddDays(-1);
        if (journey.State != JourneyState.Running || journey.DoneUntil >= before)
            (journey.DoneUntil, journey.WalkedTo) = (before, null);
        journey.State = JourneyState.Running;
    }

    /// <param name="Journey">Its code.</param>
    /// <param name="WordingMark">Of all that is put in force, as it was read.</param>
    /// <param name="From">First business day; left out: today.</param>
    internal sealed record Input(string Journey, string WordingMark, DateOnly? From = null) : IInput<JourneyView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Journey).NotEmpty();
    }
}
