using FluentValidation;
using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>
/// Gives a card a new number: what is on it, its history, its holder and its last seller stay with it, and the old number
/// opens nothing any more. Where its terms know no lost cards, the old one must be in hand. Whoever writes the new number on
/// a card looks it up, which leaves a trace.
/// </summary>
[Needs(StoredValuePermissions.ManageCards)]
internal sealed class ReplaceCard(CardSteering steering, CardNumbers numbers, IRows rows) : UseCase<ReplaceCard.Input, CardView>
{
    private static readonly string[] Renumbered =
        [nameof(Card.Number), nameof(Card.NumberIndex), nameof(Card.DisclosedBy), nameof(Card.DisclosedAt)];

    protected override Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel) => steering.ChangeAsync(
        input.Card, CardMoveKind.Replaced, input.Note, call,
        async (card, terms) =>
        {
            CardSteering.Require(card, CardState.Active, CardState.Blocked);
            RequireOld(input.OldCard, card, terms);
            await rows.InsertAsync([Renumber(card, call)], cancel);
            await rows.UpdateAsync([card], Renumbered, cancel);
        },
        cancel);

    private void RequireOld(string? shown, Card card, CardTypeTerms terms)
    {
        if (shown is not { Length: > 0 })
        {
            if (!terms.LossReport) throw new Refusal("storedvalue.no-loss-report", RefusalKind.Conflict);
        }
        else if (numbers.IndexOf(shown) != card.NumberIndex)
        {
            throw Refusal.Invalid("oldCard", "storedvalue.other-card");
        }
    }

    /// <returns>The number that it had.</returns>
    private ReplacedNumber Renumber(Card card, CallContext call)
    {
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
        (card.DisclosedBy, card.DisclosedAt) = (null, null);
        return old;
    }

    internal sealed record Input : IInput<CardView>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key replaces once.</summary>
        public required string Key { get; init; }

        public required Guid Card { get; init; }

        /// <summary>Number of the old card, which is in hand; left out: it is lost.</summary>
        [Personal]
        public string? OldCard { get; init; }

        /// <summary>Why.</summary>
        public required string Note { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.OldCard).MaximumLength(2 * CardNumbers.Length);
            RuleFor(i => i.Note).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
        }
    }
}
