using FluentValidation;
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

/// <summary>Lets a blocked card pay again.</summary>
[Needs(StoredValuePermissions.BlockCards)]
internal sealed class UnblockCard(CardSteering steering) : UseCase<UnblockCard.Input, CardView>
{
    protected override Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel) => steering.ChangeAsync(
        input.Card, CardMoveKind.Unblocked, input.Note, call,
        (card, _) =>
        {
            CardSteering.Require(card, CardState.Blocked);
            (card.State, card.BlockedFor) = (CardState.Active, null);
        },
        cancel);

    internal sealed record Input(Guid Card, string Note) : IInput<CardView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Note).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
    }
}
