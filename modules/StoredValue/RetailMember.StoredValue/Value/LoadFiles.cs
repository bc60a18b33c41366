using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value;

/// <inheritdoc/>
internal sealed class LoadFiles(StoredValueDb db) : ICardLoads
{
    public async Task<CardLoadFile?> FindAsync(Guid load, CancellationToken cancel)
    {
        var rows = await db.CardLoads.AsNoTracking().Where(l => l.Id == load).ToListAsync(cancel);
        var show = await ShowAsync(rows, cancel);
        return rows.Select(show).SingleOrDefault();
    }

    public async Task<PageOf<CardLoadFile>> PaidAsync(string? after, int size, CancellationToken cancel)
    {
        var loads = db.CardLoads.AsNoTracking().Where(l => l.PrincipalFen > 0);
        if (Cursor.Read<Place>(after) is { } place)
            loads = loads.Where(l => l.At < place.At || (l.At == place.At && l.Id < place.Load));
        var rows = await loads.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(size + 1).ToListAsync(cancel);
        return PageOf<CardLoadFile>.Of(rows, size, l => new Place(l.At, l.Id), await ShowAsync(rows, cancel));
    }

    private async Task<Func<CardLoad, CardLoadFile>> ShowAsync(List<CardLoad> rows, CancellationToken cancel)
    {
        Guid[] loads = [.. rows.Select(l => l.Id)];
        Guid[] cards = [.. rows.Select(l => l.CardId).Distinct()];
        var numbers = await db.Cards.AsNoTracking().Where(c => EF.Parameter(cards).Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => CardNumbers.Mask(c.Number), cancel);
        var paidOut = await (
            from part in db.CardMoveParts.AsNoTracking()
            join move in db.CardMoves.AsNoTracking() on part.MoveId equals move.Id
            where EF.Parameter(loads).Contains(part.LoadId)
                && (move.Kind == CardMoveKind.TakenBack || move.Kind == CardMoveKind.Closed)
            group part by part.LoadId into parts
            select new { Load = parts.Key, Fen = -parts.Sum(p => p.PrincipalFen) }).ToDictionaryAsync(p => p.Load, p => p.Fen, cancel);
        return l => new CardLoadFile(
            l.Id, numbers[l.CardId], l.On, l.StoreId, l.PrincipalFen, l.BonusFen, paidOut.GetValueOrDefault(l.Id));
    }

    private sealed record Place(DateTime At, Guid Load);
}
