using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Ledger;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Value;

/// <summary>
/// Locked cards and what is decided about them: each decision sees what those before it moved. Nothing is written before
/// <see cref="SaveAsync"/>, which writes journal, cards, loads and ledger together.
/// </summary>
internal sealed class CardBook(IRows rows, ILedger ledger, IEvents events, IReadOnlyList<OpenCard> cards)
{
    private readonly List<CardMove> moves = [];
    private readonly List<CardMovePart> parts = [];
    private readonly List<CardLoad> made = [];
    private readonly HashSet<CardLoad> moved = [];
    private readonly HashSet<Card> restated = [];
    private readonly Dictionary<Guid, OpenCard> byId = cards.ToDictionary(c => c.Card.Id);
    private readonly Dictionary<string, OpenCard> byIndex = cards.ToDictionary(c => c.Card.NumberIndex);

    public IReadOnlyList<CardMove> Moves => moves;

    /// <summary>Null: it is not of the brand, or not there.</summary>
    public OpenCard? Find(Guid card) => byId.GetValueOrDefault(card);

    /// <summary>By the index of the number that it has now.</summary>
    public OpenCard? Find(string numberIndex) => byIndex.GetValueOrDefault(numberIndex);

    /// <summary>Says that <see cref="Card.Standing"/> columns of a card have changed.</summary>
    public void Restate(Card card) => restated.Add(card);

    /// <summary>A load that the next move fills.</summary>
    public OpenLoad Open(OpenCard card, CardLoad row, CardTypeTerms terms)
    {
        made.Add(row);
        return card.Add(row, terms);
    }

    /// <summary>Moves value of a card, or notes what else becomes of it.</summary>
    public (CardMove Move, IReadOnlyList<CardMovePart> Parts) Add(
        OpenCard open, MoveOrder order, params IReadOnlyCollection<PartOrder> orders)
    {
        var card = open.Card;
        var (available, frozen) = (Sum(orders, o => o.Available), Sum(orders, o => o.Frozen));
        (card.PrincipalFen, card.BonusFen) = (card.PrincipalFen + available.PrincipalFen, card.BonusFen + available.BonusFen);
        card.FrozenPrincipalFen += frozen.PrincipalFen;
        card.FrozenBonusFen += frozen.BonusFen;
        card.Moves++;
        var move = new CardMove
        {
            Id = Guid.CreateVersion7(),
            BrandId = card.BrandId,
            CardId = card.Id,
            No = card.Moves,
            Kind = order.Kind,
            At = order.Occasion.At,
            On = order.Occasion.On,
            StoreId = order.Occasion.StoreId,
            Operator = order.Occasion.Operator,
            Reference = order.Reference,
            BillId = order.BillId,
            HoldId = order.HoldId,
            IsOfReceipt = order.IsOfReceipt,
            PrincipalFen = available.PrincipalFen,
            BonusFen = available.BonusFen,
            FrozenPrincipalFen = frozen.PrincipalFen,
            FrozenBonusFen = frozen.BonusFen,
            PrincipalAfterFen = card.PrincipalFen,
            BonusAfterFen = card.BonusFen,
            FrozenPrincipalAfterFen = card.FrozenPrincipalFen,
            FrozenBonusAfterFen = card.FrozenBonusFen,
        };
        IReadOnlyList<CardMovePart> own = [.. orders.Select(o => PartOf(move, o))];
        moves.Add(move);
        parts.AddRange(own);
        return (move, own);
    }

    /// <summary>Writes all of it. Call it once, in the transaction that locked the cards.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        if (moves.Count == 0) return;
        var byMove = parts.ToLookup(p => p.MoveId);
        await PostAsync([.. moves.SelectMany(m => byMove[m.Id].SelectMany(p => LedgerWords.PostingsOf(m, p)))], cancel);
        var fresh = made.ToHashSet();
        await rows.InsertAsync(made, cancel);
        await rows.InsertAsync(moves, cancel);
        await rows.InsertAsync(parts, cancel);
        await rows.UpdateAsync([.. moved.Where(l => !fresh.Contains(l))], CardLoad.Moving, cancel);
        await rows.UpdateAsync([.. moves.Select(m => byId[m.CardId].Card).Distinct()], Card.Moving, cancel);
        await rows.UpdateAsync([.. restated], Card.Standing, cancel);
        foreach (var told in moves.Select(m => ToldOf(m, byId[m.CardId].Card)).OfType<CardMoved>()) events.Add(told);
    }

    private static CardMoved? ToldOf(CardMove move, Card card)
    {
        CardMovement? movement = move.Kind switch
        {
            CardMoveKind.Loaded => CardMovement.Loaded,
            CardMoveKind.Charged or CardMoveKind.Captured => CardMovement.Paid,
            CardMoveKind.Refunded => CardMovement.Refunded,
            _ => null,
        };
        return movement is { } known && card.MemberId is { } holder
            ? new CardMoved(
                move.BrandId, card.Id, holder, CardNumbers.Mask(card.Number), known, move.StoreId, move.Whole.PrincipalFen,
                move.Whole.BonusFen, move.AfterAvailable.TotalFen)
            : null;
    }

    private CardMovePart PartOf(CardMove move, PartOrder order)
    {
        var load = order.Load.Row;
        load.PrincipalLeftFen += order.Available.PrincipalFen;
        load.BonusLeftFen += order.Available.BonusFen;
        moved.Add(load);
        return new CardMovePart
        {
            Id = Guid.CreateVersion7(),
            BrandId = move.BrandId,
            MoveId = move.Id,
            LoadId = load.Id,
            PrincipalFen = order.Available.PrincipalFen,
            BonusFen = order.Available.BonusFen,
            FrozenPrincipalFen = order.Frozen.PrincipalFen,
            FrozenBonusFen = order.Frozen.BonusFen,
            ReversesId = order.Reverses,
        };
    }

    /// <summary>Everything was decided under the cards' locks: what the ledger refuses now shows that the books are unsound.</summary>
    private async Task PostAsync(IReadOnlyList<Posting> postings, CancellationToken cancel)
    {
        if (postings.Count == 0) return;
        var outcomes = await ledger.PostAsync(postings, cancel);
        if (outcomes.Index().FirstOrDefault(o => o.Item.Status != PostingStatus.Posted) is { Item: { } no } found)
            throw new InvalidOperationException($"The ledger does not take {postings[found.Index].Key}: {no.Code ?? "replayed"}.");
    }

    private static Pockets Sum(IEnumerable<PartOrder> orders, Func<PartOrder, Pockets> of) =>
        orders.Aggregate(Pockets.None, (sum, o) => sum + of(o));
}
