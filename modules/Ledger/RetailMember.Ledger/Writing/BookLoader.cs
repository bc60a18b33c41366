using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Book;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>Reads what a batch needs, in a number of queries that does not depend on its size.</summary>
internal sealed class BookLoader(
    LedgerDb db, IRows rows, DataSession session, AccountOpener opener, OpenLots openLots,
    TransferredLots transfers, Heirs heirs, IReadOnlyDictionary<string, LedgerUnit> units)
{
    public async Task<Books> LoadAsync(IReadOnlyList<Posting> postings, CancellationToken ct)
    {
        var books = new Books();
        var accounts = await opener.LockAsync(AccountsOf(postings), ct);
        await ReadKnownAsync(books, postings, ct);
        var origins = await ReadOriginsAsync(books, postings, ct);
        await heirs.ReadAsync(books, origins, accounts, ct);

        Add(books, accounts, await openLots.ReadAsync(accounts, postings, ct));
        foreach (var origin in origins) books.Origins.Add(origin.Posting.Key, origin);
        return books;
    }

    /// <summary>For debits whose keys are new: only accounts that exist, and what may be taken of them.</summary>
    public async Task<Books> OpenAsync(
        string unit, DateOnly on, IReadOnlyDictionary<Guid, long> most, CancellationToken ct)
    {
        var books = new Books();
        Account[] accounts = [.. (await opener.LockAsync(most.Keys, ct)).Values.Where(a => a.Unit == unit)];
        Add(books, accounts, await openLots.ReadAsync(accounts, on, most, ct));
        return books;
    }

    private void Add(Books books, IReadOnlyCollection<Account> accounts, ILookup<long, Lot> open)
    {
        foreach (var account in accounts)
        {
            var lots = units[account.Unit].KeepsLots ? new LotBook([.. open[account.Id].Select(books.Same)]) : null;
            books.Accounts.Add((account.Owner, account.Unit), new AccountBook(account, lots));
        }
    }

    private static HashSet<(Guid Owner, string Unit)> AccountsOf(IReadOnlyList<Posting> postings)
    {
        var accounts = new HashSet<(Guid, string)>();
        foreach (var posting in postings)
        {
            accounts.Add((posting.Owner, posting.Unit));
            if (posting is Transfer transfer) accounts.Add((transfer.To, transfer.Unit));
            if (posting is Return back) accounts.Add((back.To, back.Unit));
        }
        return accounts;
    }

    private async Task ReadKnownAsync(Books books, IReadOnlyList<Posting> postings, CancellationToken ct)
    {
        var keys = postings.Select(p => p.Key).Concat(postings.Select(Undone).OfType<string>()).Distinct();
        foreach (var row in await rows.ReadAsync<PostingRow, string>(p => p.Key, [.. keys], ct))
            if (row.BrandId == session.Brand) books.Known.Add(row.Key, row);
    }

    private async Task<List<Origin>> ReadOriginsAsync(Books books, IReadOnlyList<Posting> postings, CancellationToken ct)
    {
        var asked = postings.Select(Undone).OfType<string>().Where(books.Known.ContainsKey).Distinct()
            .ToDictionary(key => books.Known[key].Id, key => books.Known[key]);
        if (asked.Count == 0) return [];

        long[] ids = [.. asked.Keys];
        var reversals = await db.Postings.AsNoTracking()
            .Where(p => p.ReversesId != null && EF.Parameter(ids).Contains(p.ReversesId.Value))
            .Select(p => new { p.Id, OriginId = p.ReversesId!.Value, p.Asked, p.Amount }).ToListAsync(ct);
        var originOf = reversals.ToDictionary(r => r.Id, r => r.OriginId);
        foreach (var id in ids) originOf[id] = id;

        var takes = await rows.ReadAsync<Take, long>(t => t.PostingId, originOf.Keys, ct);
        long[] lotIds = [.. takes.Select(t => t.LotId).Concat(ids).Distinct()];
        var lots = (await rows.ReadAsync<Lot, long>(l => l.Id, lotIds, ct)).Select(books.Same).ToDictionary(l => l.Id);
        var expired = await ReadExpiredAsync(ids, ct);

        var origins = asked.ToDictionary(a => a.Key, a => new Origin(a.Value)
        {
            Opened = lots.GetValueOrDefault(a.Key),
            Expired = expired.GetValueOrDefault(a.Key),
            Reversed = reversals.Where(r => r.OriginId == a.Key).Sum(r => r.Asked),
            Spared = reversals.Where(r => r.OriginId == a.Key).Sum(r => r.Asked - Math.Abs(r.Amount)),
        });
        await transfers.ReadAsync(books, postings.OfType<Return>().Select(r => r.Returns), takes, ct);
        foreach (var take in takes) origins[originOf[take.PostingId]].Count(lots[take.LotId], take.Amount);
        return [.. origins.Values];
    }

    private static string? Undone(Posting posting) => posting switch
    {
        Reversal reversal => reversal.Reverses,
        Return back => back.Returns,
        _ => null,
    };

    private Task<Dictionary<long, long>> ReadExpiredAsync(long[] lotIds, CancellationToken ct) => (
        from take in db.Takes
        join posting in db.Postings on take.PostingId equals posting.Id
        where EF.Parameter(lotIds).Contains(take.LotId) && posting.Kind == PostingKind.Expire
        group take.Amount by take.LotId into lot
        select new { Id = lot.Key, Amount = lot.Sum() }).ToDictionaryAsync(l => l.Id, l => l.Amount, ct);
}
