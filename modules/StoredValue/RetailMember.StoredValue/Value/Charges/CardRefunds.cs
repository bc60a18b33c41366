using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Settings;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>
/// Gives back to cards what they paid, to the loads that it came from, never more than that and never in cash. What comes
/// back to a card that was given up is owed to its holder.
/// </summary>
internal sealed class CardRefunds(StoredValueDb db, CardBooks books, ISettings settings, ReturnsToClosedCards closed)
{
    public const string GraceSetting = "StoredValue.RefundGraceDays";

    /// <summary>Gives back amounts of charges. Refuses a charge that is not there, and more than is left of it.</summary>
    public async Task<IReadOnlyList<CardRefunded>> GiveBackAsync(
        IReadOnlyList<CardRefundOrder> orders, int brand, CancellationToken cancel)
    {
        Guid[] named = [.. orders.SelectMany(o => o.Moves).Distinct()];
        var moves = await db.CardMoves.AsNoTracking()
            .Where(m => EF.Parameter(named).Contains(m.Id)
                && (m.Kind == CardMoveKind.Charged || m.Kind == CardMoveKind.Captured))
            .ToDictionaryAsync(m => m.Id, cancel);
        if (named.Any(n => !moves.ContainsKey(n))) throw new Refusal("storedvalue.charge-not-found", RefusalKind.NotFound);
        var parts = (await db.CardMoveParts.AsNoTracking()
            .Where(p => EF.Parameter(named).Contains(p.MoveId)).ToListAsync(cancel)).Where(p => p.Whole != Pockets.None).ToList();
        var book = await books.OpenAsync(
            [.. moves.Values.Select(m => m.CardId).Distinct()], [.. parts.Select(p => p.LoadId).Distinct()], cancel);
        // Read under the cards' locks: no other refund of them comes between.
        var back = await BackAsync([.. parts.Select(p => p.Id)], cancel);
        var grace = (int)settings.WholeNumber(GraceSetting, brand);
        List<ReturnToClosedCard> owed = [];
        List<CardRefunded> refunded = [.. orders.Select(Decide)];
        await book.SaveAsync(cancel);
        await closed.OweAsync(owed, cancel);
        return refunded;

        CardRefunded Decide(CardRefundOrder order)
        {
            CardMovePart[] own = [.. parts.Where(p => order.Moves.Contains(p.MoveId)).OrderBy(p => p.Id)];
            long[] left = [.. own.Select(p => -p.Whole.TotalFen - back.GetValueOrDefault(p.Id))];
            if (order.Fen > left.Sum())
                throw new Refusal("storedvalue.over-refund", RefusalKind.Conflict, ("left", new Money(left.Sum())));
            var shares = TenderShares.Spread(order.Fen, left);
            var byCard = own.Zip(shares).Where(s => s.Second > 0).ToLookup(s => moves[s.First.MoveId].CardId);
            return new CardRefunded([.. byCard.Select(g => Refund(book.Find(g.Key)!, [.. g], order))]);
        }

        CardPaid Refund(OpenCard card, (CardMovePart Part, long Fen)[] shares, CardRefundOrder order)
        {
            List<PartOrder> given = [];
            foreach (var (part, fen) in shares)
            {
                var before = back.GetValueOrDefault(part.Id);
                var load = card.Loads.Single(l => l.Row.Id == part.LoadId);
                // What comes back to a load that has expired must not be lost at once.
                if (!load.IsValidOn(order.Occasion.On)) load.Row.ExpiresOn = order.Occasion.On.AddDays(grace);
                given.Add(new PartOrder(load, (-part.Whole).ShareOfRefund(before, fen), Reverses: part.Id));
                back[part.Id] = before + fen;
            }

            var bill = moves[shares[0].Part.MoveId].BillId;
            var move = book.Add(
                card, new MoveOrder(CardMoveKind.Refunded, order.Occasion, order.Reference) { BillId = bill }, given).Move;
            if (card.Card.State == CardState.Closed)
                owed.Add(ReturnsToClosedCards.TakeOff(book, card, given, order.Occasion, order.Reference, bill));
            return new CardPaid(move, card.Card, []);
        }
    }

    private async Task<Dictionary<Guid, long>> BackAsync(Guid[] parts, CancellationToken cancel) =>
        (await db.CardMoveParts.AsNoTracking()
            .Where(p => p.ReversesId != null && EF.Parameter(parts).Contains(p.ReversesId!.Value)
                && db.CardMoves.Any(m => m.Id == p.MoveId && m.Kind == CardMoveKind.Refunded))
            .ToListAsync(cancel))
        .GroupBy(p => p.ReversesId!.Value).ToDictionary(g => g.Key, g => g.Sum(p => p.Whole.TotalFen));
}

/// <param name="Moves">The charges that paid one bill; it goes back to them in proportion to what is left of each.</param>
/// <param name="Fen">Above zero.</param>
internal sealed record CardRefundOrder(IReadOnlyCollection<Guid> Moves, long Fen, CardOccasion Occasion, string Reference);

/// <param name="Given">By card; what it got stands in its move.</param>
internal sealed record CardRefunded(IReadOnlyList<CardPaid> Given);
