using FluentValidation;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Engagement.SignUps;

/// <summary>
/// Takes a sign-up back, by the member until the event's deadline, by staff until he came. Who waits moves up.
/// </summary>
[Needs(EngagementRights.SignUpMembers), OwnMember]
internal sealed class CancelSignUp(EventShelf shelf, SeatBook seats, IMemberFiles files)
    : UseCase<CancelSignUp.Input, SignUpView>
{
    protected override async Task<SignUpView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await files.OneAsync(input.Member, cancel);
        var happening = await shelf.LockAsync(input.Event, cancel);
        if (await seats.FindAsync(happening, member.Id, cancel) is not { } signUp)
            throw new Refusal("engagement.not-signed-up", RefusalKind.NotFound, ("event", input.Event));
        if (signUp.State is not (SignUpState.SignedUp or SignUpState.Waiting) || happening.State == MemberEventState.Held)
            throw new Refusal("engagement.sign-up-not-open", RefusalKind.Conflict, ("event", input.Event));
        if (call.Caller.Kind == CallerKind.Member && call.At >= EventShelf.TermsOf(happening).CancellableUntil)
            throw new Refusal("engagement.too-late-to-cancel", RefusalKind.Conflict, ("event", input.Event));
        SeatBook.Free(happening, signUp);
        signUp.Move(SignUpState.Cancelled, call.Caller.Name, call.At, input.Reason);
        await seats.MoveUpAsync(happening, call.At, cancel);
        return SignUpView.Of(signUp, happening.Code, member.MemberNo);
    }

    internal sealed record Input : IInput<SignUpView>, IAtStore, IOfMember<Input>
    {
        /// <summary>Code of the event.</summary>
        public required string Event { get; init; }

        [Personal]
        public required string Member { get; init; }

        public string? Reason { get; init; }

        /// <summary>Where staff do it.</summary>
        public string? StoreCode { get; init; }

        public Input For(string memberNo) => this with { Member = memberNo, StoreCode = null };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).MaximumLength(EngagementDb.ReasonLength);
        }
    }
}
