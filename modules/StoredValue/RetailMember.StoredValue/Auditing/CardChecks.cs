using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Auditing;

/// <summary>Holds cards against their journals, journals against their parts, loads and holds against both.</summary>
internal sealed class CardChecks(StoredValueDb db)
{
    /// <summary>Each kind of fault with the keys of the rows that have it.</summary>
    public IEnumerable<(string Code, IQueryable<Guid> Wrong)> All =>
    [
        ("card-is-not-moves", db.Cards.Where(c =>
            c.PrincipalFen != db.CardMoves.Where(m => m.CardId == c.Id).Sum(m => m.PrincipalFen)
            || c.BonusFen != db.CardMoves.Where(m => m.CardId == c.Id).Sum(m => m.BonusFen)
            || c.FrozenPrincipalFen != db.CardMoves.Where(m => m.CardId == c.Id).Sum(m => m.FrozenPrincipalFen)
            || c.FrozenBonusFen != db.CardMoves.Where(m => m.CardId == c.Id).Sum(m => m.FrozenBonusFen)).Select(c => c.Id)),
        ("card-journal-has-gaps", db.Cards.Where(c =>
            c.Moves != db.CardMoves.Count(m => m.CardId == c.Id)
            || c.Moves != (db.CardMoves.Where(m => m.CardId == c.Id).Max(m => (int?)m.No) ?? 0)).Select(c => c.Id)),
        ("card-move-is-not-parts", db.CardMoves.Where(m =>
            m.PrincipalFen != db.CardMoveParts.Where(p => p.MoveId == m.Id).Sum(p => p.PrincipalFen)
            || m.BonusFen != db.CardMoveParts.Where(p => p.MoveId == m.Id).Sum(p => p.BonusFen)
            || m.FrozenPrincipalFen != db.CardMoveParts.Where(p => p.MoveId == m.Id).Sum(p => p.FrozenPrincipalFen)
            || m.FrozenBonusFen != db.CardMoveParts.Where(p => p.MoveId == m.Id).Sum(p => p.FrozenBonusFen)).Select(m => m.Id)),
        ("card-load-is-not-parts", db.CardLoads.Where(l =>
            l.PrincipalLeftFen != db.CardMoveParts.Where(p => p.LoadId == l.Id).Sum(p => p.PrincipalFen)
            || l.BonusLeftFen != db.CardMoveParts.Where(p => p.LoadId == l.Id).Sum(p => p.BonusFen)).Select(l => l.Id)),
        ("card-frozen-is-not-holds", db.Cards.Where(c =>
            c.FrozenPrincipalFen + c.FrozenBonusFen != db.CardHolds
                .Where(h => h.CardId == c.Id && h.State == HoldState.Open).Sum(h => h.PrincipalFen + h.BonusFen)).Select(c => c.Id)),
        ("card-refunded-too-much",
            from back in db.CardMoveParts
            join move in db.CardMoves on back.MoveId equals move.Id
            join part in db.CardMoveParts on back.ReversesId equals part.Id
            where move.Kind == CardMoveKind.Refunded
            group back.PrincipalFen + back.BonusFen
                by new { part.Id, Whole = part.PrincipalFen + part.BonusFen + part.FrozenPrincipalFen + part.FrozenBonusFen }
            into refunds
            where refunds.Key.Whole + refunds.Sum() > 0
            select refunds.Key.Id),
        ("card-batch-is-not-cards", db.CardBatches.Where(b =>
            b.Made != db.Cards.Count(c => c.BatchId == b.Id)
            || b.Issued != db.Cards.Count(c => c.BatchId == b.Id && c.State != CardState.Stock)).Select(b => b.Id)),
        ("closed-card-holds-value", db.Cards.Where(c => c.State == CardState.Closed
            && c.PrincipalFen + c.BonusFen + c.FrozenPrincipalFen + c.FrozenBonusFen != 0).Select(c => c.Id)),
    ];
}
