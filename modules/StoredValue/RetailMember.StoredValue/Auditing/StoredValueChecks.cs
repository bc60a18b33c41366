using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Auditing;

/// <summary>This module's share of the proof of the books: its own rows against each other, and against the ledger.</summary>
internal sealed class StoredValueChecks(StoredValueDb db, CardChecks cards, ILedger ledger, TimeProvider time) : IBookCheck
{
    private const int AtOnce = 1_000;

    public string Module => "StoredValue";

    public async Task<IReadOnlyList<BookFault>> FindAsync(CancellationToken cancel)
    {
        var found = new List<BookFault>();
        foreach (var (code, wrong) in cards.All)
        {
            var count = await wrong.LongCountAsync(cancel);
            if (count > 0) found.Add(new BookFault(code, count, $"{await wrong.OrderBy(id => id).FirstAsync(cancel)}"));
        }

        found.AddRange(await DifferAsync("card-load-is-not-ledger", LoadsAsync, cancel));
        found.AddRange(await DifferAsync("card-hold-is-not-ledger", HeldAsync, cancel));
        return found;
    }

    /// <summary>What a load has left is the balance of its accounts.</summary>
    private async Task<List<Owned>> LoadsAsync(Guid? after, CancellationToken cancel)
    {
        var loads = db.CardLoads.AsNoTracking();
        if (after is { } last) loads = loads.Where(l => l.Id > last);
        return await loads.OrderBy(l => l.Id).Take(AtOnce)
            .Select(l => new Owned(l.Id, l.PrincipalLeftFen, l.BonusLeftFen)).ToListAsync(cancel);
    }

    /// <summary>What an open hold keeps is the balance of its accounts; those of others are empty.</summary>
    private async Task<List<Owned>> HeldAsync(Guid? after, CancellationToken cancel)
    {
        var parts = db.CardMoveParts.AsNoTracking();
        if (after is { } last) parts = parts.Where(p => p.Id > last);
        return await (
            from part in parts
            join move in db.CardMoves on part.MoveId equals move.Id
            join hold in db.CardHolds on move.HoldId ?? move.Id equals hold.Id
            where move.Kind == CardMoveKind.Held
            orderby part.Id
            select new Owned(
                part.Id,
                hold.State == HoldState.Open ? part.FrozenPrincipalFen : 0,
                hold.State == HoldState.Open ? part.FrozenBonusFen : 0)).Take(AtOnce).ToListAsync(cancel);
    }

    private async Task<IEnumerable<BookFault>> DifferAsync(
        string code, Func<Guid?, CancellationToken, Task<List<Owned>>> next, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (wrong, first, last) = (0L, "", (Guid?)null);
        while (await next(last, cancel) is { Count: > 0 } rows)
        {
            Guid[] owners = [.. rows.Select(r => r.Owner)];
            var principal = await ledger.ReadBalancesAsync(owners, StoredValueUnits.Principal, today, cancel);
            var bonus = await ledger.ReadBalancesAsync(owners, StoredValueUnits.Bonus, today, cancel);
            foreach (var row in rows)
            {
                var booked = new Pockets(
                    principal.GetValueOrDefault(row.Owner)?.Total ?? 0, bonus.GetValueOrDefault(row.Owner)?.Total ?? 0);
                if (booked == new Pockets(row.PrincipalFen, row.BonusFen)) continue;
                if (wrong++ == 0) first = row.Owner.ToString();
            }

            last = rows[^1].Owner;
        }

        return wrong == 0 ? [] : [new BookFault(code, wrong, first)];
    }

    private sealed record Owned(Guid Owner, long PrincipalFen, long BonusFen);
}
