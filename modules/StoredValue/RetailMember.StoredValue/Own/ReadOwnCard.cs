using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Own;

/// <summary>A card of the member who asks, with the newest lines of its journal.</summary>
[OwnMember]
internal sealed class ReadOwnCard(OwnCards own, CardHistory history) : Query<ReadOwnCard.Input, CardFile>
{
    protected override async Task<CardFile> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        await history.FileOfAsync(await own.FindAsync(input.Card, call, cancel), input.BeforeNo, call, cancel);

    internal sealed record Input(Guid Card, int? BeforeNo = null) : IInput<CardFile>;
}

/// <summary>
/// Shows a member the number of a card of his, for the till to scan. Every look stands in the audit trail.
/// </summary>
[OwnMember]
internal sealed class ShowOwnCard(OwnCards own) : UseCase<ShowOwnCard.Input, CardNumberView>
{
    protected override async Task<CardNumberView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var card = await own.FindAsync(input.Card, call, cancel);
        if (card.State != CardState.Active) throw new Refusal("storedvalue.card-not-active", RefusalKind.Conflict);
        return new CardNumberView(card.Id, CardNumbers.Shown(card.Number));
    }

    internal sealed record Input(Guid Card) : IInput<CardNumberView>;
}

/// <summary>Cards of whoever asks.</summary>
internal sealed class OwnCards(CardFinder finder)
{
    public async Task<Card> FindAsync(Guid id, CallContext call, CancellationToken cancel)
    {
        var card = await finder.OfIdAsync(id, cancel);
        return card.MemberId == call.Caller.Id ? card : throw CardFinder.NotFound();
    }
}
