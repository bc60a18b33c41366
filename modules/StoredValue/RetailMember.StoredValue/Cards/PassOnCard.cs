using FluentValidation;
using RetailMember.Membership;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>
/// Passes a card on to another member, where its terms allow it; of a card that holds much, somebody else decides. Who held
/// it is told.
/// </summary>
[Needs(StoredValuePermissions.ManageCards)]
internal sealed class PassOnCard(CardSteering steering, CardChanges changes, StoredValueDb db, IMemberFiles members)
    : UseCase<PassOnCard.Input, CardChangeResult>
{
    protected override async Task<CardChangeResult> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var receiver = await members.OneAsync(input.Receiver, cancel);
        if (!receiver.IsActive) throw MemberRefusals.NotActive(receiver.MemberNo);
        var steered = await steering.OpenAsync(input.Card, call, cancel);
        CardSteering.Require(steered.Card, CardState.Active);
        await ClosingRules.RequireNoneAsync(db, steered.Card.Id, cancel);
        if (!steered.Terms.Transferable) throw new Refusal("storedvalue.card-not-transferable", RefusalKind.Conflict);
        if (steered.Card.MemberId == receiver.Id) throw new Refusal("storedvalue.holds-it-already", RefusalKind.Conflict);
        return await changes.DoOrAskAsync(steered, CardChangeKind.PassingOn, receiver, input.Note, call, cancel);
    }

    internal sealed record Input : IInput<CardChangeResult>
    {
        public required Guid Card { get; init; }

        /// <summary>Member number, card or mobile.</summary>
        [Personal]
        public required string Receiver { get; init; }

        /// <summary>Why.</summary>
        public required string Note { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Receiver).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Note).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
        }
    }
}
