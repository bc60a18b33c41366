using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>Shows a card's number in full, to be printed or written on it. Every look stands in the audit trail.</summary>
[Needs(StoredValuePermissions.RevealCards)]
internal sealed class RevealCard(CardFinder finder, IRows rows) : UseCase<RevealCard.Input, CardNumberView>
{
    private static readonly string[] Disclosure = [nameof(Card.DisclosedBy), nameof(Card.DisclosedAt)];

    protected override async Task<CardNumberView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var card = await finder.OfIdAsync(input.Card, cancel);
        (card.DisclosedBy, card.DisclosedAt) = (call.Caller.Name, call.At);
        await rows.UpdateAsync([card], Disclosure, cancel);
        return new CardNumberView(card.Id, CardNumbers.Shown(card.Number));
    }

    internal sealed record Input(Guid Card) : IInput<CardNumberView>;
}

/// <param name="FullNumber">In groups of four.</param>
internal sealed record CardNumberView(Guid Card, string FullNumber);
