using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value;

/// <inheritdoc/>
internal sealed class LoadFiles(StoredValueDb db, CardNumbers numbers, GuessGate gate) : ICardLoads
{
    public async Task<IReadOnlyDictionary<Guid, CardLoadFile>> ReadAsync(
        IReadOnlyCollection<Guid> loads, CancellationToken cancel)
    {
        var rows = await db.CardLoads.AsNoTracking().Where(l => EF.Parameter(loads).Contains(l.Id)).ToListAsync(cancel);
        var show = await ShowAsync(rows, cancel);
        return rows.ToDictionary(l => l.Id, show);
    }

    public async Task<PageOf<CardLoadFile>> PaidAsync(CardLoadSearch search, string? after, int size, CancellationToken cancel)
    {
        var loads = Of(search);
        var place = Cursor.Read<Place>(after);
        if (search.OldestFirst)
        {
            if (place is not null) loads = loads.Where(l => l.At > place.At || (l.At == place.At && l.Id > place.Load));
            loads = loads.OrderBy(l => l.At).ThenBy(l => l.Id);
        }
        else
        {
            if (place is not null) loads = loads.Where(l => l.At < place.At || (l.At == place.At && l.Id < place.Load));
            loads = loads.OrderByDescending(l => l.At).ThenByDescending(l => l.Id);
        }

        var rows = await loads.Take(size + 1).ToListAsync(cancel);
        return PageOf<CardLoadFile>.Of(rows, size, l => new Place(l.At, l.Id), await ShowAsync(rows, cancel));
    }

    public async Task<Guid?> CardOfAsync(string number, CallContext call, CancellationToken cancel)
    {
        if (numbers.IndexOf(number) is not { } index) return null;
        if ((await gate.OpenAsync([call], cancel)).Fault(call) is { } tooMany) throw tooMany;
        var card = await db.Cards.Where(c => c.NumberIndex == index).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancel);
        if (card is null) await gate.NoteAsync(call);
        return card;
    }

    private IQueryable<CardLoad> Of(CardLoadSearch search)
    {
        var loads = db.CardLoads.AsNoTracking().Where(l => l.PrincipalFen > 0);
        if (search.Stores is { } stores) loads = loads.Where(l => l.StoreId != null && EF.Parameter(stores).Contains(l.StoreId.Value));
        if (search.Member is { } member) loads = loads.Where(l => db.Cards.Any(c => c.Id == l.CardId && c.MemberId == member));
        if (search.Card is { } card) loads = loads.Where(l => l.CardId == card);
        return loads;
    }

    private async Task<Func<CardLoad, CardLoadFile>> ShowAsync(List<CardLoad> rows, CancellationToken cancel)
    {
        Guid[] loads = [.. rows.Select(l => l.Id)];
        Guid[] cards = [.. rows.Select(l => l.CardId).Distinct()];
        var masked = await db.Cards.AsNoTracking().Where(c => EF.Parameter(cards).Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => CardNumbers.Mask(c.Number), cancel);
        var paidOut = await (
            from part in db.CardMoveParts.AsNoTracking()
            join move in db.CardMoves.AsNoTracking() on part.MoveId equals move.Id
            where EF.Parameter(loads).Contains(part.LoadId)
                && (move.Kind == CardMoveKind.TakenBack || move.Kind == CardMoveKind.Closed)
            group part by part.LoadId into parts
            select new { Load = parts.Key, Fen = -parts.Sum(p => p.PrincipalFen) }).ToDictionaryAsync(p => p.Load, p => p.Fen, cancel);
        return l => new CardLoadFile(
            l.Id, masked[l.CardId], l.On, l.StoreId, l.PrincipalFen, l.BonusFen, paidOut.GetValueOrDefault(l.Id));
    }

    private sealed record Place(DateTime At, Guid Load);
}
