using FluentValidation;
using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>
/// Gives a card a new number: what is on it, its history, its holder and its last seller stay with it, and the old number
/// opens nothing any more.
/// </summary>
[Needs(StoredValuePermissions.ManageCards)]
internal sealed class ReplaceCard(CardBooks books, CardNumbers numbers, IRows rows)
    : UseCase<ReplaceCard.Input, CardNumberView>
{
    private static readonly string[] Renumbered =
        [nameof(Card.Number), nameof(Card.NumberIndex), nameof(Card.DisclosedBy), nameof(Card.DisclosedAt)];

    protected override async Task<CardNumberView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (book, open) = await books.OpenOneAsync(input.Card, cancel);
        var card = open.Card;
        CardSteering.Require(card, CardState.Active, CardState.Blocked);
        var old = new ReplacedNumber
        {
            Id = Guid.CreateVersion7(),
            BrandId = card.BrandId,
            CardId = card.Id,
            NumberIndex = card.NumberIndex,
            Tail = CardNumbers.TailOf(card.Number),
            ReplacedAt = call.At,
            Operator = call.Caller.Name,
        };
        card.Number = CardNumbers.Draw();
        card.NumberIndex = numbers.IndexOf(card.Number)!;
        (card.State, card.BlockedFor) = (CardState.Active, null);
        // Whoever replaces it sees the new number.
        (card.DisclosedBy, card.DisclosedAt) = (call.Caller.Name, call.At);
        book.Restate(card);
        book.Add(open, new MoveOrder(CardMoveKind.Replaced, CardOccasion.Of(call), input.Note));
        await book.SaveAsync(cancel);
        await rows.UpdateAsync([card], Renumbered, cancel);
        await rows.InsertAsync([old], cancel);
        return new CardNumberView(card.Id, CardNumbers.Shown(card.Number));
    }

    /// <param name="Note">Why.</param>
    internal sealed record Input(Guid Card, string Note) : IInput<CardNumberView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Note).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
    }
}
