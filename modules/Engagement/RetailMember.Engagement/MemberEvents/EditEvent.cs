using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.SignUps;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.MemberEvents;

/// <summary>
/// Drafts an event, or changes one that is not over. What was promised stays: the points of a published event, and
/// the seats of whoever has one; further seats go to those who wait.
/// </summary>
[Needs(EngagementRights.EditEvents)]
internal sealed class EditEvent(
    EngagementDb db, EventShelf shelf, SeatBook seats, IBrandDirectory brands, IMemberTiers tiers)
    : UseCase<EditEvent.Input, EventView>
{
    protected override async Task<EventView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var terms = input.Terms.InUtc(call.RequiredBrand);
        RequireOrder(terms);
        await RequireNamesAsync(terms, call, cancel);
        var happening = await db.MemberEvents.AnyAsync(e => e.Code == input.Event, cancel)
            ? await ChangeAsync(input.Event, terms, cancel)
            : Make(input.Event, terms, call);
        (happening.Terms, happening.Seats) = (JsonSerializer.Serialize(terms, Json.Options), terms.Seats);
        (happening.StartsAt, happening.EndsAt) = (terms.StartsAt, terms.EndsAt);
        (happening.EditedBy, happening.EditedAt) = (call.Caller.Name, call.At);
        await seats.MoveUpAsync(happening, call.At, cancel);
        return EventView.Of(happening);
    }

    private MemberEvent Make(string code, EventTerms terms, CallContext call)
    {
        var made = new MemberEvent
        {
            Id = Guid.CreateVersion7(),
            BrandId = call.RequiredBrand.Id,
            Code = code,
            Terms = "",
            Seats = terms.Seats,
            EditedBy = call.Caller.Name,
        };
        db.MemberEvents.Add(made);
        return made;
    }

    private async Task<MemberEvent> ChangeAsync(string code, EventTerms terms, CancellationToken cancel)
    {
        var happening = await shelf.LockAsync(code, cancel);
        if (happening.State is MemberEventState.Held or MemberEventState.Cancelled)
            throw new Refusal("engagement.event-over", RefusalKind.Conflict, ("event", code));
        if (terms.Seats < happening.Taken)
            throw new Refusal("engagement.seats-taken", RefusalKind.Conflict, ("taken", happening.Taken));
        if (happening.State != MemberEventState.Draft && EventShelf.TermsOf(happening).Points != terms.Points)
            throw new Refusal("engagement.points-promised", RefusalKind.Conflict, ("event", code));
        return happening;
    }

    private static void RequireOrder(EventTerms terms)
    {
        if (terms.EndsAt <= terms.StartsAt) throw Refusal.Invalid("terms.endsAt", "engagement.ends-before-start");
        if (terms.SignUpTo <= terms.SignUpFrom) throw Refusal.Invalid("terms.signUpTo", "engagement.ends-before-start");
        if (terms.SignUpTo > terms.EndsAt) throw Refusal.Invalid("terms.signUpTo", "engagement.after-event");
        if (terms.CancelUntil > terms.EndsAt) throw Refusal.Invalid("terms.cancelUntil", "engagement.after-event");
    }

    private async Task RequireNamesAsync(EventTerms terms, CallContext call, CancellationToken cancel)
    {
        if (terms.StoreCode is { } store && brands.FindStore(call.RequiredBrand.Id, store) is null)
            throw new Refusal("store.not-found", RefusalKind.NotFound, ("store", store));
        if (await tiers.UnknownAsync(terms.Tiers, call.At, cancel) is { } no) throw no;
    }

    /// <param name="Event">Its code.</param>
    internal sealed record Input(string Event, EventTerms Terms) : IInput<EventView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Event).MaximumLength(EngagementDb.CodeLength)
                .Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code");
            RuleFor(i => i.Terms).SetValidator(new EventTermsRules());
        }
    }
}
