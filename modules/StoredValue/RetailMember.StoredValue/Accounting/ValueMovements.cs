using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Accounting;

/// <summary>What moved on cards, by the store that sold the value, the store where it moved, and the kind of move.</summary>
internal sealed class ValueMovements(StoredValueDb db)
{
    /// <param name="from">First business day; null: from the beginning.</param>
    /// <param name="to">Last business day.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<ValueMovement>> OfAsync(DateOnly? from, DateOnly to, CancellationToken cancel)
    {
        var moves = db.CardMoves.AsNoTracking().Where(m => m.On <= to);
        if (from is { } first) moves = moves.Where(m => m.On >= first);
        return await (
            from move in moves
            join part in db.CardMoveParts.AsNoTracking() on move.Id equals part.MoveId
            join load in db.CardLoads.AsNoTracking() on part.LoadId equals load.Id
            join reversed in db.CardMoveParts.AsNoTracking() on part.ReversesId equals (Guid?)reversed.Id into origins
            from origin in origins.DefaultIfEmpty()
            join earlier in db.CardMoves.AsNoTracking() on origin.MoveId equals earlier.Id into charges
            from charge in charges.DefaultIfEmpty()
            group part by new
            {
                Issuer = load.StoreId,
                At = move.StoreId,
                Taken = move.Kind == CardMoveKind.Refunded ? charge.StoreId : move.StoreId,
                move.Kind,
                move.Operator,
            } into parts
            select new ValueMovement(
                parts.Key.Issuer, parts.Key.At, parts.Key.Taken, parts.Key.Kind, parts.Key.Operator,
                parts.Sum(p => p.PrincipalFen + p.FrozenPrincipalFen), parts.Sum(p => p.BonusFen + p.FrozenBonusFen)))
            .ToListAsync(cancel);
    }

    /// <summary>What pays for goods, or gives a payment back.</summary>
    public static bool IsSpend(CardMoveKind kind) =>
        kind is CardMoveKind.Charged or CardMoveKind.Captured or CardMoveKind.Refunded;

    /// <summary>What takes principal off cards that is paid out to their holders.</summary>
    public static bool IsPayout(CardMoveKind kind) => kind is CardMoveKind.TakenBack or CardMoveKind.Closed;
}

/// <summary>Fen, signed as the cards have them: a spend is negative.</summary>
/// <param name="Issuer">The store that sold the value; null: none.</param>
/// <param name="At">The store where it moved; null: none.</param>
/// <param name="Taken">The store that was paid with it: of a refund the one that took the payment, wherever it is given back.</param>
internal sealed record ValueMovement(
    int? Issuer, int? At, int? Taken, CardMoveKind Kind, string Operator, long PrincipalFen, long BonusFen);
