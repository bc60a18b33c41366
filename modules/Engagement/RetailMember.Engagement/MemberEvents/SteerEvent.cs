using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Events;
using RetailMember.UseCases;

namespace RetailMember.Engagement.MemberEvents;

/// <summary>Shows an event to members, or opens one again that was closed.</summary>
[Needs(EngagementRights.EditEvents)]
internal sealed class PublishEvent(EventSteering steering) : UseCase<PublishEvent.Input, EventView>
{
    protected override async Task<EventView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var happening = await steering.TurnAsync(
            input.Event, MemberEventState.Published, call, cancel, MemberEventState.Draft, MemberEventState.Closed);
        return happening.EndsAt > call.At
            ? EventView.Of(happening)
            : throw new Refusal("engagement.event-over", RefusalKind.Conflict, ("event", input.Event));
    }

    internal sealed record Input(string Event) : IInput<EventView>;
}

/// <summary>Lets nobody sign up any more, before the window ends by itself.</summary>
[Needs(EngagementRights.EditEvents)]
internal sealed class CloseEvent(EventSteering steering) : UseCase<CloseEvent.Input, EventView>
{
    protected override async Task<EventView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        EventView.Of(await steering.TurnAsync(
            input.Event, MemberEventState.Closed, call, cancel, MemberEventState.Published));

    internal sealed record Input(string Event) : IInput<EventView>;
}

/// <summary>
/// Says that an event took place: whoever was signed up and not recorded did not come, and nobody waits any more.
/// </summary>
[Needs(EngagementRights.EditEvents)]
internal sealed class HoldEvent(EngagementDb db, EventSteering steering) : UseCase<HoldEvent.Input, EventView>
{
    /// <summary>Why those no longer wait who got no seat.</summary>
    public const string Why = "no-seat";

    protected override async Task<EventView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var happening = await steering.TurnAsync(
            input.Event, MemberEventState.Held, call, cancel, MemberEventState.Published, MemberEventState.Closed);
        if (happening.StartsAt > call.At)
            throw new Refusal("engagement.event-not-begun", RefusalKind.Conflict, ("event", input.Event));
        happening.Waiting = 0;
        await db.SignUps.Where(s => s.EventId == happening.Id && s.State == SignUpState.Waiting).CancelAsync(Why, call, cancel);
        return EventView.Of(happening);
    }

    internal sealed record Input(string Event) : IInput<EventView>;
}

/// <summary>
/// Says that an event does not take place: nobody is signed up any more. One that somebody was seen at took place.
/// </summary>
[Needs(EngagementRights.EditEvents)]
internal sealed class CancelEvent(EngagementDb db, EventSteering steering, IEvents events) : UseCase<CancelEvent.Input, EventView>
{
    /// <summary>Why sign-ups were cancelled that their members did not cancel.</summary>
    public const string Why = "event-cancelled";

    protected override async Task<EventView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var happening = await steering.TurnAsync(
            input.Event, MemberEventState.Cancelled, call, cancel,
            MemberEventState.Draft, MemberEventState.Published, MemberEventState.Closed);
        if (happening.Attended > 0)
            throw new Refusal("engagement.event-attended", RefusalKind.Conflict, ("attended", happening.Attended));
        (happening.Taken, happening.Waiting) = (0, 0);
        var open = db.SignUps
            .Where(s => s.EventId == happening.Id && (s.State == SignUpState.SignedUp || s.State == SignUpState.Waiting));
        var members = await open.Select(s => s.MemberId).ToListAsync(cancel);
        await open.CancelAsync(Why, call, cancel);
        events.Add(new EventCancelled(happening.BrandId, happening.Code, members));
        return EventView.Of(happening);
    }

    /// <param name="Reason">Kept in the audit trail.</param>
    internal sealed record Input(string Event, string Reason) : IInput<EventView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(EngagementDb.ReasonLength);
    }
}

/// <summary>Moves an event from one state to another, where that may be.</summary>
internal sealed class EventSteering(EventShelf shelf)
{
    public async Task<MemberEvent> TurnAsync(
        string code, MemberEventState to, CallContext call, CancellationToken cancel, params MemberEventState[] from)
    {
        var happening = await shelf.LockAsync(code, cancel);
        if (!from.Contains(happening.State))
            throw new Refusal("engagement.event-state", RefusalKind.Conflict, ("event", code));
        (happening.State, happening.EditedBy, happening.EditedAt) = (to, call.Caller.Name, call.At);
        return happening;
    }
}

internal static class OpenSignUps
{
    /// <summary>Cancels sign-ups that their members did not cancel.</summary>
    public static Task<int> CancelAsync(this IQueryable<SignUp> open, string why, CallContext call, CancellationToken cancel) =>
        open.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.State, SignUpState.Cancelled).SetProperty(s => s.Reason, why)
                .SetProperty(s => s.MovedBy, call.Caller.Name).SetProperty(s => s.MovedAt, call.At),
            cancel);
}
