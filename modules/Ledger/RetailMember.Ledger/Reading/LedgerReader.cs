using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Reading;

/// <summary>Answers what is there and how it came about, for the current brand.</summary>
internal sealed class LedgerReader(LedgerDb db, IReadOnlyDictionary<string, LedgerUnit> units)
{
    private const int MaxPage = 500;
    private const int MaxSweep = 1_000;

    public async Task<IReadOnlyDictionary<Guid, LedgerBalance>> ReadBalancesAsync(
        IReadOnlyCollection<Guid> owners, string unit, DateOnly asOf, CancellationToken ct)
    {
        Guid[] asked = [.. owners];
        var accounts = await db.Accounts.AsNoTracking()
            .Where(a => EF.Parameter(asked).Contains(a.Owner) && a.Unit == unit)
            .Select(a => new { a.Id, a.Owner, a.Balance }).ToListAsync(ct);
        if (!units[unit].KeepsLots)
            return accounts.ToDictionary(a => a.Owner, a => new LedgerBalance(a.Balance, a.Balance, 0, null, 0));

        long[] ids = [.. accounts.Select(a => a.Id)];
        var days = await db.Lots.AsNoTracking()
            .Where(l => EF.Parameter(ids).Contains(l.AccountId) && l.Remaining != 0 && l.ExpiresOn >= asOf)
            .GroupBy(l => new { l.AccountId, l.ExpiresOn, IsPending = l.StartsOn > asOf })
            .Select(g => new { g.Key.AccountId, g.Key.ExpiresOn, g.Key.IsPending, Sum = g.Sum(l => l.Remaining) })
            .ToListAsync(ct);
        var byAccount = days.ToLookup(d => d.AccountId);
        return accounts.ToDictionary(a => a.Owner, a =>
        {
            var next = byAccount[a.Id].Where(d => d.Sum > 0 && d.ExpiresOn != Lot.Never)
                .GroupBy(d => d.ExpiresOn).OrderBy(d => d.Key).FirstOrDefault();
            return new LedgerBalance(
                a.Balance, byAccount[a.Id].Where(d => !d.IsPending).Sum(d => d.Sum),
                byAccount[a.Id].Where(d => d.IsPending).Sum(d => d.Sum), next?.Key, next?.Sum(d => d.Sum) ?? 0);
        });
    }

    public IQueryable<Guid> OwnersOf(string unit, DateOnly asOf, long least, long? most)
    {
        if (!units[unit].KeepsLots) throw new ArgumentException("Only a unit with lots has days of use.", nameof(unit));
        var upTo = most ?? long.MaxValue;
        var enough = db.Lots.AsNoTracking()
            .Where(l => l.Remaining != 0 && l.StartsOn <= asOf && l.ExpiresOn >= asOf)
            .GroupBy(l => l.AccountId)
            .Where(g => g.Sum(l => l.Remaining) >= least && g.Sum(l => l.Remaining) <= upTo)
            .Select(g => g.Key);
        return db.Accounts.AsNoTracking().Where(a => a.Unit == unit && enough.Contains(a.Id)).Select(a => a.Owner);
    }

    public async Task<IReadOnlyList<LedgerLot>> ReadLotsAsync(Guid owner, string unit, CancellationToken ct) =>
        await (from account in db.Accounts
               join lot in db.Lots on account.Id equals lot.AccountId
               where account.Owner == owner && account.Unit == unit && lot.Remaining != 0
               orderby lot.ExpiresOn, lot.Id
               select new LedgerLot(
                   lot.Id, lot.StartsOn, lot.ExpiresOn == Lot.Never ? null : lot.ExpiresOn, lot.Amount, lot.Remaining)).ToListAsync(ct);

    public async Task<IReadOnlyList<LedgerLapse>> ReadLapsesAsync(
        string unit, DateOnly lastDay, Guid? after, int count, CancellationToken ct)
    {
        var accounts = db.Accounts.AsNoTracking().Where(a => a.Unit == unit);
        if (after is { } last) accounts = accounts.Where(a => a.Owner > last);
        return await Lapses(accounts, lastDay).Take(Math.Clamp(count, 1, MaxSweep)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<LedgerLapse>> ReadLapsesAsync(
        IReadOnlyCollection<Guid> owners, string unit, DateOnly lastDay, CancellationToken ct)
    {
        Guid[] asked = [.. owners];
        return await Lapses(
            db.Accounts.AsNoTracking().Where(a => a.Unit == unit && EF.Parameter(asked).Contains(a.Owner)), lastDay).ToListAsync(ct);
    }

    private IQueryable<LedgerLapse> Lapses(IQueryable<Account> accounts, DateOnly lastDay) =>
        from lot in db.Lots
        where lot.ExpiresOn == lastDay && lot.Remaining != 0
        join account in accounts on lot.AccountId equals account.Id
        group lot.Remaining by account.Owner into lapse
        where lapse.Sum() > 0
        orderby lapse.Key
        select new LedgerLapse(lapse.Key, lapse.Sum());

    public async Task<IReadOnlyList<LedgerEntry>> ReadEntriesAsync(
        Guid owner, string unit, long? before, int count, CancellationToken ct)
    {
        var account = await db.Accounts.Where(a => a.Owner == owner && a.Unit == unit).Select(a => a.Id).SingleOrDefaultAsync(ct);
        var upTo = before ?? long.MaxValue;
        var rows = await db.Postings.AsNoTracking()
            .Where(p => p.AccountId == account && p.Id < upTo)
            .OrderByDescending(p => p.Id).Take(Math.Clamp(count, 1, MaxPage)).ToListAsync(ct);
        return rows.ConvertAll(ToEntry);
    }

    public async Task<IReadOnlyDictionary<string, LedgerEntry>> ReadEntriesAsync(
        IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        string[] asked = [.. keys];
        var rows = await db.Postings.AsNoTracking().Where(p => EF.Parameter(asked).Contains(p.Key)).ToListAsync(ct);
        return rows.ToDictionary(p => p.Key, ToEntry);
    }

    public async Task<IReadOnlyList<LedgerEntry>> ReadEntriesAsync(
        string keyPrefix, long after, int count, CancellationToken ct)
    {
        var rows = await db.Postings.AsNoTracking()
            .Where(p => p.Id > after && p.Key.StartsWith(keyPrefix))
            .OrderBy(p => p.Id).Take(Math.Clamp(count, 1, MaxSweep)).ToListAsync(ct);
        return rows.ConvertAll(ToEntry);
    }

    public Task<long> ReadLastIdAsync(CancellationToken ct) =>
        db.Postings.AsNoTracking().OrderByDescending(p => p.Id).Select(p => p.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyDictionary<string, LedgerPlace>> ReadPlacesAsync(
        IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        string[] asked = [.. keys];
        return await (
            from posting in db.Postings
            where EF.Parameter(asked).Contains(posting.Key)
            join account in db.Accounts on posting.AccountId equals account.Id
            select new { posting.Key, posting.Id, account.Owner }).ToDictionaryAsync(p => p.Key, p => new LedgerPlace(p.Id, p.Owner), ct);
    }

    public async Task<IReadOnlyList<LedgerReversal>> ReadReversalsAsync(Guid owner, string unit, long after, CancellationToken ct) =>
        await (
            from account in db.Accounts
            where account.Owner == owner && account.Unit == unit
            join reversal in db.Postings on account.Id equals reversal.AccountId
            where reversal.Id > after && reversal.ReversesId != null
            join undone in db.Postings on reversal.ReversesId equals undone.Id
            join origin in db.Accounts on undone.AccountId equals origin.Id
            orderby reversal.Id
            select new LedgerReversal(reversal.Amount, new LedgerPlace(undone.Id, origin.Owner))).ToListAsync(ct);

    public async Task<IReadOnlyList<LedgerMovement>> ReadMovementsAsync(
        string unit, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var sums = await (
            from posting in db.Postings
            where posting.BusinessDate >= first && posting.BusinessDate <= last && posting.Amount != 0
            join account in db.Accounts on posting.AccountId equals account.Id
            where account.Unit == unit
            group posting.Amount by new { posting.BusinessDate, posting.Kind, IsGain = posting.Amount > 0 } into g
            orderby g.Key.BusinessDate
            select new { g.Key.BusinessDate, g.Key.Kind, Sum = g.Sum() }).ToListAsync(ct);
        return sums.ConvertAll(s => new LedgerMovement(s.BusinessDate, s.Kind, s.Sum));
    }

    public Task<long> ReadLapsedAsync(string unit, DateOnly asOf, CancellationToken ct) => (
        from lot in db.Lots
        where lot.ExpiresOn < asOf && lot.Remaining > 0
        join account in db.Accounts on lot.AccountId equals account.Id
        where account.Unit == unit
        select lot.Remaining).SumAsync(ct);

    private static LedgerEntry ToEntry(PostingRow row) => new()
    {
        Id = row.Id,
        Key = row.Key,
        Kind = row.Kind,
        Amount = row.Amount,
        BalanceAfter = row.BalanceAfter,
        Counter = row.Counter,
        ReversesId = row.ReversesId,
        On = row.BusinessDate,
        At = row.At,
        Reason = new PostingReason
        {
            StoreId = row.StoreId,
            Operator = row.Operator,
            Rule = row.Rule,
            RuleVersion = row.RuleVersion,
            Source = row.Source,
            Why = row.Why,
        },
    };
}
