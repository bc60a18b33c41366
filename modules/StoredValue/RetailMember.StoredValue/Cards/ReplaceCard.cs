using FluentValidation;
using RetailMember.StoredValue.Cards.Changes;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>
/// Gives a card a new number: what is on it, its history, its holder and its last seller stay with it, and the old number
/// opens nothing any more. A card that is not in hand was reported lost before; where its terms know no lost cards, the old
/// one must be in hand. Of a card that holds much, somebody else decides. Whoever writes the new number on a card looks it
/// up, which leaves a trace.
/// </summary>
[Needs(StoredValuePermissions.ManageCards)]
internal sealed class ReplaceCard(CardSteering steering, CardNumbers numbers, CardChanges changes)
    : UseCase<ReplaceCard.Input, CardChangeResult>
{
    protected override async Task<CardChangeResult> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var steered = await steering.OpenAsync(input.Card, call, cancel);
        CardSteering.Require(steered.Card, CardState.Active, CardState.Blocked);
        RequireOld(input.OldCard, steered);
        return await changes.DoOrAskAsync(steered, CardChangeKind.Replacement, receiver: null, input.Note, call, cancel);
    }

    private void RequireOld(string? shown, SteeredCard steered)
    {
        var (card, terms) = (steered.Card, steered.Terms);
        if (shown is not { Length: > 0 })
        {
            if (!terms.LossReport) throw new Refusal("storedvalue.no-loss-report", RefusalKind.Conflict);
            if (card is not { State: CardState.Blocked, BlockedFor: BlockReason.Lost })
                throw new Refusal("storedvalue.card-not-lost", RefusalKind.Conflict);
        }
        else if (numbers.IndexOf(shown) != card.NumberIndex)
        {
            throw Refusal.Invalid("oldCard", "storedvalue.other-card");
        }
    }

    internal sealed record Input : IInput<CardChangeResult>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key replaces once.</summary>
        public required string Key { get; init; }

        public required Guid Card { get; init; }

        /// <summary>Number of the old card, which is in hand; left out: it was reported lost.</summary>
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
