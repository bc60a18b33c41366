using FluentValidation;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.SignUps;

/// <summary>
/// Takes back an attendance that was recorded by mistake, with its points and its counting as taking part. He stays signed up.
/// </summary>
[Needs(EngagementRights.WithdrawAttendances)]
internal sealed class WithdrawAttendance(EventShelf shelf, SeatBook seats, IMemberFiles files, IMemberAwards awards)
    : UseCase<WithdrawAttendance.Input, SignUpView>
{
    /// <summary>As the ledger keeps it.</summary>
    private const string Why = "attendance-withdrawn";

    protected override async Task<SignUpView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await files.OneAsync(input.Member, cancel);
        await awards.HoldAsync([member.Id], cancel);
        var happening = await shelf.LockAsync(input.Event, cancel);
        if (await seats.FindAsync(happening, member.Id, cancel) is not { State: SignUpState.Attended } signUp)
            throw new Refusal("engagement.not-attended", RefusalKind.Conflict, ("event", input.Event));
        signUp.PointsTaken += (await awards.UndoAsync(
            [new AwardUndo(signUp.AwardKey, null, Why, AwardOccasion.Of(call))], cancel))[0].Points;
        happening.Attended--;
        signUp.Move(SignUpState.SignedUp, call.Caller.Name, call.At, input.Reason);
        return SignUpView.Of(signUp, happening.Code, member.MemberNo);
    }

    internal sealed record Input : IInput<SignUpView>
    {
        /// <summary>Code of the event.</summary>
        public required string Event { get; init; }

        [Personal]
        public required string Member { get; init; }

        public required string Reason { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(EngagementDb.ReasonLength);
        }
    }
}
