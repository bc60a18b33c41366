using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>What becomes of a card beside paying, each step under its lock and with a line in its journal.</summary>
internal sealed class CardSteering(CardBooks books, CardTypeShelf shelf, CardViews views)
{
    /// <summary>Changes a card, if its state allows it; the change throws what it refuses.</summary>
    public async Task<CardView> ChangeAsync(
        Guid id, CardMoveKind kind, string reason, CallContext call, Action<Card, CardTypeTerms> change, CancellationToken cancel)
    {
        var steered = await OpenAsync(id, call, cancel);
        change(steered.Card, steered.Terms);
        await WriteAsync(steered, kind, reason, call, cancel);
        return await views.OfAsync(steered.Card, call, cancel);
    }

    /// <summary>A card under its lock, to be looked at before anything becomes of it.</summary>
    public async Task<SteeredCard> OpenAsync(Guid id, CallContext call, CancellationToken cancel)
    {
        var (book, open) = await books.OpenOneAsync(id, cancel);
        var type = await shelf.InForceAsync(open.Card.TypeId, call.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        return new SteeredCard(book, open, type.Terms);
    }

    /// <summary>Writes what has become of it, with a line in its journal.</summary>
    public static Task WriteAsync(
        SteeredCard steered, CardMoveKind kind, string reason, CallContext call, CancellationToken cancel)
    {
        steered.Book.Restate(steered.Card);
        steered.Book.Add(steered.Open, new MoveOrder(kind, CardOccasion.Of(call), reason));
        return steered.Book.SaveAsync(cancel);
    }

    /// <summary>Blocks a card. One that is lost is blocked only where its terms know lost cards.</summary>
    public Task<CardView> BlockAsync(Guid id, BlockReason reason, string note, CallContext call, CancellationToken cancel) =>
        ChangeAsync(
            id, CardMoveKind.Blocked, note, call,
            (card, terms) =>
            {
                Require(card, CardState.Active);
                if (reason == BlockReason.Lost && !terms.LossReport)
                    throw new Refusal("storedvalue.no-loss-report", RefusalKind.Conflict);
                (card.State, card.BlockedFor) = (CardState.Blocked, reason);
            },
            cancel);

    public static void Require(Card card, params CardState[] states)
    {
        if (!states.Contains(card.State)) throw new Refusal("storedvalue.card-state", RefusalKind.Conflict);
    }
}

/// <summary>A locked card with what its type promises.</summary>
internal sealed record SteeredCard(CardBook Book, OpenCard Open, CardTypeTerms Terms)
{
    public Card Card => Open.Card;
}
