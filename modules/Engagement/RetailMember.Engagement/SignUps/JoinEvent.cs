using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.SignUps;

/// <summary>Signs a member up for an event, or puts him on its waiting list where every seat is taken.</summary>
[Needs(EngagementRights.SignUpMembers), OwnMember]
internal sealed class JoinEvent(
    EngagementDb db, EventShelf shelf, SeatBook seats, IMemberFiles files, IMemberAwards awards)
    : UseCase<JoinEvent.Input, SignUpView>
{
    protected override async Task<SignUpView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await awards.HoldActiveAsync(files, input.Member, cancel);
        var happening = await shelf.LockAsync(input.Event, cancel);
        var terms = EventShelf.TermsOf(happening);
        Require(happening, terms, member, input, call);
        // Who has left since, or was merged into another, keeps nobody from a seat.
        await seats.MoveUpAsync(happening, call.At, cancel);
        var signUp = await seats.FindAsync(happening, member.Id, cancel);
        if (signUp is { State: not SignUpState.Cancelled })
            throw new Refusal("engagement.signed-up-already", RefusalKind.Conflict, ("event", input.Event));
        if (signUp is null) db.SignUps.Add(signUp = Make(happening, member, call));
        (signUp.Guests, signUp.SignedUpAt) = (input.Guests, call.At);
        signUp.Move(Seat(happening, terms, signUp), call.Caller.Name, call.At);
        return SignUpView.Of(signUp, happening.Code, member.MemberNo) with
        {
            WaitingBefore = signUp.State == SignUpState.Waiting ? happening.Waiting - 1 : null,
        };
    }

    public static SignUp Make(MemberEvent happening, MemberSummary member, CallContext call) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = happening.BrandId,
        EventId = happening.Id,
        MemberId = member.Id,
        SignedUpAt = call.At,
        MovedBy = call.Caller.Name,
    };

    private static void Require(
        MemberEvent happening, EventTerms terms, MemberSummary member, Input input, CallContext call)
    {
        // A draft is nobody's business outside of head office.
        if (happening.State == MemberEventState.Draft)
            throw new Refusal("engagement.event-not-found", RefusalKind.NotFound, ("event", input.Event));
        if (happening.State != MemberEventState.Published || call.At >= terms.SignUpTo)
            throw new Refusal("engagement.sign-up-over", RefusalKind.Conflict, ("event", input.Event));
        if (call.At < terms.SignUpFrom)
            throw new Refusal("engagement.sign-up-not-begun", RefusalKind.Conflict, ("event", input.Event));
        if (!terms.Invites(member.Tier))
            throw new Refusal("engagement.tier-not-invited", RefusalKind.Conflict, ("tier", member.Tier));
        if (input.Guests > terms.GuestsEach)
            throw new Refusal("engagement.too-many-guests", RefusalKind.Conflict, ("most", terms.GuestsEach));
    }

    private static SignUpState Seat(MemberEvent happening, EventTerms terms, SignUp signUp)
    {
        if (happening.Waiting == 0 && SeatBook.TryTake(happening, signUp)) return SignUpState.SignedUp;
        if (!terms.WaitingList) throw new Refusal("engagement.event-full", RefusalKind.Conflict, ("seats", terms.Seats));
        SeatBook.Wait(happening, signUp);
        return SignUpState.Waiting;
    }

    internal sealed record Input : IInput<SignUpView>, IKeyed, IAtStore, IOfMember<Input>
    {
        /// <summary>Drawn by whoever asks; the same key signs up once.</summary>
        public required string Key { get; init; }

        /// <summary>Code of the event.</summary>
        public required string Event { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>Whom he brings along.</summary>
        public int Guests { get; init; }

        /// <summary>Where staff sign him up.</summary>
        public string? StoreCode { get; init; }

        string IKeyed.BusinessKey => Key;

        public Input For(string memberNo) => this with { Member = memberNo, StoreCode = null };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Guests).GreaterThanOrEqualTo(0);
        }
    }
}
