using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>
/// Reads the lots that a batch may touch: for a debit the first to expire, in a portion that almost always suffices,
/// so that an account of a hundred thousand lots costs what one of ten costs; for any account with a hole, the hole.
/// </summary>
internal sealed class OpenLots(
    LedgerDb db, IRows rows, DataSession session, IReadOnlyDictionary<string, LedgerUnit> units)
{
    private const int Portion = 32;

    public Task<ILookup<long, Lot>> ReadAsync(
        IReadOnlyCollection<Account> accounts, IReadOnlyList<Posting> postings, CancellationToken ct) =>
        ReadAsync(accounts, Wants(accounts, postings), ct);

    /// <param name="accounts">Whose lots.</param>
    /// <param name="on">The day of the debits.</param>
    /// <param name="most">By owner, what they may ask for.</param>
    /// <param name="ct">Cancels.</param>
    public Task<ILookup<long, Lot>> ReadAsync(
        IReadOnlyCollection<Account> accounts, DateOnly on, IReadOnlyDictionary<Guid, long> most, CancellationToken ct)
    {
        var wants = accounts.Select(a => new Want(a.Id, on, on, (decimal)most[a.Owner] + a.Overdraft));
        return ReadAsync(accounts, wants.ToList(), ct);
    }

    private async Task<ILookup<long, Lot>> ReadAsync(
        IReadOnlyCollection<Account> accounts, List<Want> wants, CancellationToken ct)
    {
        var lots = await ReadFirstAsync(wants, Portion, ct);
        var counts = lots.ToLookup(l => l.AccountId);
        var more = wants.Where(w => IsCutShort(w, counts[w.Account])).ToList();
        if (more.Count > 0)
        {
            var again = more.Select(w => w.Account).ToHashSet();
            lots.RemoveAll(l => again.Contains(l.AccountId));
            lots.AddRange(await ReadFirstAsync(more, int.MaxValue, ct));
        }
        long[] overdrawn = [.. accounts.Where(a => a.Overdraft > 0).Select(a => a.Id)];
        if (overdrawn.Length > 0)
        {
            lots.AddRange(await db.Lots.AsNoTracking()
                .Where(l => EF.Parameter(overdrawn).Contains(l.AccountId) && l.Remaining != 0 && l.Remaining < 0).ToListAsync(ct));
        }
        return lots.ToLookup(l => l.AccountId);
    }

    private List<Want> Wants(IReadOnlyCollection<Account> accounts, IReadOnlyList<Posting> postings)
    {
        var debits = postings.Where(p => p is not Credit && units[p.Unit].KeepsLots).ToLookup(p => (p.Owner, p.Unit));
        return
        [
            .. from account in accounts
               let taking = debits[(account.Owner, account.Unit)]
               where taking.Any()
               select new Want(account.Id, taking.Min(p => p.On), taking.Max(LastDayAsked),
                   taking.Sum(p => (decimal)p.Amount) + account.Overdraft),
        ];
    }

    private static DateOnly LastDayAsked(Posting posting) =>
        posting is Transfer { LastingUntil: { } last } && last > posting.On ? last : posting.On;

    // A full portion was cut off; it suffices if what is usable on every day of the batch covers all that is asked.
    private static bool IsCutShort(Want want, IEnumerable<Lot> read)
    {
        var lots = read.ToList();
        return lots.Count >= Portion
            && lots.Where(l => l.StartsOn <= want.From && l.ExpiresOn >= want.To).Sum(l => l.Remaining) < want.Amount;
    }

    private async Task<List<Lot>> ReadFirstAsync(List<Want> wants, int count, CancellationToken ct)
    {
        if (wants.Count == 0) return [];
        if (session.Kind == DatabaseKind.Postgres) return await ReadFirstInOneAsync(wants, count, ct);
        var lots = new List<Lot>();
        foreach (var want in wants) lots.AddRange(await rows.SelectAsync<Lot>(FirstOf(want, count), ct));
        return lots;
    }

    private Task<List<Lot>> ReadFirstInOneAsync(List<Want> wants, int count, CancellationToken ct)
    {
        long[] accounts = [.. wants.Select(w => w.Account)];
        DateOnly[] from = [.. wants.Select(w => w.From)];
        DateOnly[] to = [.. wants.Select(w => w.To)];
        return rows.SelectAsync<Lot>(
            $"""
            WHERE id IN (
                SELECT lot.id FROM unnest({accounts}, {from}, {to}) AS want(account, starts, ends)
                CROSS JOIN LATERAL (
                    SELECT id FROM ledger_lot
                    WHERE account_id = want.account AND remaining <> 0 AND remaining > 0
                      AND expires_on >= want.starts AND starts_on <= want.ends
                    ORDER BY expires_on LIMIT {count}) AS lot)
            """, ct);
    }

    private FormattableString FirstOf(Want want, int count) => session.Kind == DatabaseKind.Sqlite
        ? (FormattableString)$"""
            WHERE account_id = {want.Account} AND remaining <> 0 AND remaining > 0
            AND expires_on >= {want.From} AND starts_on <= {want.To} ORDER BY expires_on LIMIT {count}
            """
        : $"""
            WHERE account_id = {want.Account} AND remaining <> 0 AND remaining > 0
            AND expires_on >= {want.From} AND starts_on <= {want.To} ORDER BY expires_on OFFSET 0 ROWS FETCH NEXT {count} ROWS ONLY
            """;

    private sealed record Want(long Account, DateOnly From, DateOnly To, decimal Amount);
}
