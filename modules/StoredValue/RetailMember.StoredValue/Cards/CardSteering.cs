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
        Guid id, CardMoveKind kind, string reason, CallContext call, Func<Card, CardTypeTerms, Task> change, CancellationToken cancel)
    {
        var (book, open) = await books.OpenOneAsync(id, cancel);
        var type = await shelf.InForceAsync(open.Card.TypeId, call.At, cancel)
            ?? throw new Refusal("storedvalue.card-type-not-in-force", RefusalKind.Conflict);
        await change(open.Card, type.Terms);
        book.Restate(open.Card);
        book.Add(open, new MoveOrder(kind, CardOccasion.Of(call), reason));
        await book.SaveAsync(cancel);
        return await views.OfAsync(open.Card, call, cancel);
    }

    public Task<CardView> ChangeAsync(
        Guid id, CardMoveKind kind, string reason, CallContext call, Action<Card, CardTypeTerms> change, CancellationToken cancel) =>
        ChangeAsync(
            id, kind, reason, call,
            (card, terms) =>
            {
                change(card, terms);
                return Task.CompletedTask;
            },
            cancel);

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
