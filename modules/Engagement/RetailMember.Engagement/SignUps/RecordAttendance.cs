using FluentValidation;
using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.SignUps;

/// <summary>
/// Records at the door that a member came, which counts as taking part, and gives him the event's points: once, however
/// often he is scanned. Whoever is not signed up is let in where staff say so and a seat is free.
/// </summary>
[Needs(EngagementRights.RecordAttendances)]
internal sealed class RecordAttendance(
    EngagementDb db, EventShelf shelf, SeatBook seats, IMemberFiles files, IMemberAwards awards)
    : UseCase<RecordAttendance.Input, SignUpView>
{
    /// <summary>How long after its end an event's list of who came may still be completed.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(7);

    protected override async Task<SignUpView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await awards.HoldActiveAsync(files, input.Member, cancel);
        var happening = await shelf.LockAsync(input.Event, cancel);
        var terms = EventShelf.TermsOf(happening);
        Require(happening, terms, call);
        var signUp = await seats.FindAsync(happening, member.Id, cancel);
        if (signUp is { State: SignUpState.Attended })
            return SignUpView.Of(signUp, happening.Code, member.MemberNo) with { Already = true };
        signUp = Seat(happening, signUp, member, input, call);
        signUp.Move(SignUpState.Attended, call.Caller.Name, call.At);
        happening.Attended++;
        signUp.Times++;
        signUp.Points += await AwardAsync(happening, terms, signUp, member, call, cancel);
        return SignUpView.Of(signUp, happening.Code, member.MemberNo);
    }

    private static void Require(MemberEvent happening, EventTerms terms, CallContext call)
    {
        if (happening.State is MemberEventState.Draft or MemberEventState.Cancelled)
            throw new Refusal("engagement.event-state", RefusalKind.Conflict, ("event", happening.Code));
        var brand = call.RequiredBrand;
        if (brand.DateOf(call.At) < brand.DateOf(terms.StartsAt))
            throw new Refusal("engagement.event-not-begun", RefusalKind.Conflict, ("event", happening.Code));
        if (call.At >= terms.EndsAt + Afterwards)
            throw new Refusal("engagement.event-over", RefusalKind.Conflict, ("event", happening.Code));
        if (terms.StoreCode is { } at && call.Store is { } store && store.Code != at)
            throw new Refusal("engagement.event-elsewhere", RefusalKind.Conflict, ("store", at));
    }

    private SignUp Seat(
        MemberEvent happening, SignUp? signUp, MemberSummary member, Input input, CallContext call)
    {
        if (signUp is { State: SignUpState.SignedUp }) return signUp;
        if (!input.WalkIn)
            throw signUp is { State: SignUpState.Waiting }
                ? new Refusal("engagement.still-waiting", RefusalKind.Conflict, ("event", happening.Code))
                : new Refusal("engagement.not-signed-up", RefusalKind.NotFound, ("event", happening.Code));
        if (signUp is null) db.SignUps.Add(signUp = JoinEvent.Make(happening, member, call));
        var waited = signUp.State == SignUpState.Waiting;
        // A guest of somebody who had cancelled comes by a sign-up of his own.
        if (!waited) signUp.Guests = 0;
        if (!SeatBook.TryTake(happening, signUp))
            throw new Refusal("engagement.event-full", RefusalKind.Conflict, ("seats", happening.Seats));
        if (waited) happening.Waiting--;
        return signUp;
    }

    private async Task<long> AwardAsync(
        MemberEvent happening, EventTerms terms, SignUp signUp, MemberSummary member, CallContext call, CancellationToken cancel)
    {
        var given = (await awards.GrantAsync(
            [
                new AwardGrant
                {
                    Key = signUp.AwardKey,
                    Member = member.Id,
                    Points = terms.Points,
                    Activity = happening.Code,
                    Reason = new AwardReason(
                        happening.Code, AwardReason.Unversioned, [AwardInput.Named("engagement.input.event", terms.Name)])
                    {
                        Title = "engagement.award-title.event",
                    },
                    Occasion = AwardOccasion.Of(call),
                },
            ],
            cancel))[0];
        return given.Refusal is { } no ? throw new Refusal(no, RefusalKind.Conflict) : given.Points;
    }

    internal sealed record Input : IInput<SignUpView>, IAtStore
    {
        /// <summary>Code of the event.</summary>
        public required string Event { get; init; }

        /// <summary>What was scanned or typed: the code on his phone, number, card or mobile.</summary>
        [Personal]
        public required string Member { get; init; }

        /// <summary>He is let in although he is not signed up, where a seat is free.</summary>
        public bool WalkIn { get; init; }

        /// <summary>Whose door it is.</summary>
        public string? StoreCode { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
