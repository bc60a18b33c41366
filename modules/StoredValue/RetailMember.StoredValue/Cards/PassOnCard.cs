using FluentValidation;
using RetailMember.Membership;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>Passes a card on to another member, where its terms allow it.</summary>
[Needs(StoredValuePermissions.ManageCards)]
internal sealed class PassOnCard(CardSteering steering, StoredValueDb db, IMemberFiles members)
    : UseCase<PassOnCard.Input, CardView>
{
    protected override async Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var receiver = await members.OneAsync(input.Receiver, cancel);
        if (!receiver.IsActive) throw MemberRefusals.NotActive(receiver.MemberNo);
        return await steering.ChangeAsync(
            input.Card, CardMoveKind.PassedOn, input.Note, call,
            async (card, terms) =>
            {
                CardSteering.Require(card, CardState.Active);
                await ClosingRules.RequireNoneAsync(db, card.Id, cancel);
                if (!terms.Transferable) throw new Refusal("storedvalue.card-not-transferable", RefusalKind.Conflict);
                if (card.MemberId == receiver.Id) throw new Refusal("storedvalue.holds-it-already", RefusalKind.Conflict);
                card.MemberId = receiver.Id;
            },
            cancel);
    }

    internal sealed record Input : IInput<CardView>
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
