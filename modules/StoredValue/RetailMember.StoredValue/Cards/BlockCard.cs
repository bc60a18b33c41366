using FluentValidation;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>Blocks a card: it pays nothing and takes no load until it is unblocked or replaced. What is held stays held.</summary>
[Needs(StoredValuePermissions.BlockCards)]
internal sealed class BlockCard(CardSteering steering) : UseCase<BlockCard.Input, CardView>
{
    protected override Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        steering.BlockAsync(input.Card, input.BlockReason, input.Note, call, cancel);

    internal sealed record Input(Guid Card, BlockReason BlockReason, string Note) : IInput<CardView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.BlockReason).IsInEnum();
            RuleFor(i => i.Note).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
        }
    }
}

/// <summary>Lets a blocked card pay again. A request to replace it is decided first: it was made because the card was lost.</summary>
[Needs(StoredValuePermissions.BlockCards)]
internal sealed class UnblockCard(CardSteering steering, CardChanges changes, CardViews views)
    : UseCase<UnblockCard.Input, CardView>
{
    protected override async Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var steered = await steering.OpenAsync(input.Card, call, cancel);
        var card = steered.Card;
        CardSteering.Require(card, CardState.Blocked);
        await changes.RequireNoneAsync(card.Id, cancel);
        (card.State, card.BlockedFor) = (CardState.Active, null);
        await CardSteering.WriteAsync(steered, CardMoveKind.Unblocked, input.Note, call, cancel);
        return await views.OfAsync(card, call, cancel);
    }

    internal sealed record Input(Guid Card, string Note) : IInput<CardView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Note).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
    }
}
