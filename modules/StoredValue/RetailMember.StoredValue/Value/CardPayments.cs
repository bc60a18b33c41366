using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Merging;

namespace RetailMember.StoredValue.Value;

/// <inheritdoc/>
internal sealed class CardPayments(StoredValueDb db) : ICardPayments
{
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> LastDaysAsync(
        IReadOnlyCollection<Guid> members, DateOnly since, CancellationToken cancel)
    {
        // Who merged is one person; a card that was passed on has paid for somebody else before.
        var own =
            from card in db.Cards.AsNoTracking()
            where card.MemberId != null && EF.Parameter(members).Contains(card.MemberId.Value)
            join move in db.CardMoves.AsNoTracking() on card.Id equals move.CardId
            where move.On >= since && (move.Kind == CardMoveKind.Charged || move.Kind == CardMoveKind.Captured)
                && !db.CardMoves.Any(p => p.CardId == card.Id && p.Kind == CardMoveKind.PassedOn && p.No > move.No
                    && p.Reference != CardMerge.Reference)
            select new { card.MemberId, move.On };
        return await own.GroupBy(m => m.MemberId).Select(g => new { g.Key, On = g.Max(m => m.On) })
            .ToDictionaryAsync(m => m.Key!.Value, m => m.On, cancel);
    }
}
