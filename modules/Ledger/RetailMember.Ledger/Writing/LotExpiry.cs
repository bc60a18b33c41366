using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Book;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>
/// Posts what has lapsed: one posting per account and last valid day, dated the day after it, a bounded number of lots
/// per transaction.
/// </summary>
internal sealed class LotExpiry(LedgerDb db, IRows rows, EntryWriter writer, TimeProvider time)
{
    public async Task<int> ExpireAsync(DateOnly asOf, int limit, CancellationToken ct)
    {
        var due = await db.Lots.AsNoTracking()
            .Where(l => l.Remaining != 0 && l.Remaining > 0 && l.ExpiresOn < asOf)
            .OrderBy(l => l.ExpiresOn).Take(limit)
            .Select(l => new { l.Id, l.AccountId }).ToListAsync(ct);
        if (due.Count == 0) return 0;

        // Between the reading above and the locks below, others may have spent from a lot: read again.
        var accounts = await rows.LockAsync<Account, long>(a => a.Id, [.. due.Select(d => d.AccountId).Distinct()], ct);
        var lots = await rows.ReadAsync<Lot, long>(l => l.Id, [.. due.Select(d => d.Id)], ct);
        var books = accounts.ToDictionary(a => a.Id, a => new AccountBook(a, new LotBook([])));
        var at = time.GetUtcNow().UtcDateTime;
        var entries = lots.Where(l => l.Remaining > 0).GroupBy(l => (l.AccountId, l.ExpiresOn))
            .Select(lapsed => Expire(books[lapsed.Key.AccountId], lapsed.Key.ExpiresOn, [.. lapsed], at)).ToList();
        await writer.WriteAsync(entries, ct);
        return due.Count;
    }

    private static Entry Expire(AccountBook book, DateOnly lastDay, List<Lot> lapsed, DateTime at)
    {
        var movement = book.Expire(lapsed).Movement!;
        var row = new PostingRow
        {
            BrandId = book.Account.BrandId,
            AccountId = book.Account.Id,
            Kind = PostingKind.Expire,
            Counter = PostingForm.CounterOf(PostingKind.Expire),
            Amount = movement.Amount,
            Asked = -movement.Amount,
            BalanceAfter = book.Account.Balance,
            Key = "",
            InputHash = new byte[16],
            BusinessDate = lastDay.AddDays(1),
            At = at,
            Operator = "ledger",
        };
        return new Entry(row, movement, book, null);
    }
}
