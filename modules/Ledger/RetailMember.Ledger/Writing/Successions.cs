using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Book;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <inheritdoc cref="ILedgerSuccession" />
internal sealed class Successions(
    LedgerDb db, IRows rows, AccountOpener opener, EntryWriter writer, TakenOverLots takenOver,
    IReadOnlyDictionary<string, LedgerUnit> units, TimeProvider time)
    : ILedgerSuccession
{
    public async Task<IReadOnlyList<SuccessionLine>> TakeOverAsync(Succession order, CancellationToken ct = default)
    {
        var pairs = await LockAsync(order, ct);
        if (pairs.Exists(p => p.From.Successor is not null || p.To.Successor is not null))
            throw new InvalidOperationException("Whoever has a successor takes over nobody and is not taken over again.");
        var books = new Books();
        var open = await OpenLotsAsync(books, pairs, ct);
        var lines = new List<SuccessionLine>();
        var entries = new SuccessionEntries(order, time.GetUtcNow().UtcDateTime);
        foreach (var pair in pairs)
        {
            var before = pair.To.Balance;
            entries.TakeOver(pair.BookFrom(open), pair.BookTo(open));
            pair.From.Successor = order.To;
            lines.Add(new SuccessionLine(pair.From.Unit, pair.To.Balance - before));
        }
        await WriteAsync(pairs, entries, ct);
        return lines;
    }

    public async Task<IReadOnlyList<SuccessionLine>> HandBackAsync(
        Succession order, string takenOverBy, CancellationToken ct = default)
    {
        var pairs = (await LockAsync(order, ct)).FindAll(p => p.From.Successor == order.To);
        var books = new Books();
        var open = await OpenLotsAsync(books, pairs, ct);
        var lines = new List<SuccessionLine>();
        var entries = new SuccessionEntries(order, time.GetUtcNow().UtcDateTime);
        foreach (var pair in pairs)
        {
            var taken = await takenOver.ReadAsync(pair, takenOverBy, books, ct);
            var before = pair.From.Balance;
            var missing = entries.HandBack(taken, pair.BookFrom(open), pair.BookTo(open));
            pair.From.Successor = null;
            lines.Add(new SuccessionLine(pair.From.Unit, pair.From.Balance - before, missing));
        }
        await WriteAsync(pairs, entries, ct);
        return lines;
    }

    private async Task<List<SuccessionPair>> LockAsync(Succession order, CancellationToken ct)
    {
        var held = await db.Accounts.AsNoTracking().Where(a => a.Owner == order.From).Select(a => a.Unit).ToListAsync(ct);
        if (held.Count == 0) return [];
        var accounts = (await opener.LockAsync([.. held.SelectMany(u => new[] { (order.From, u), (order.To, u) })], ct))
            .ToDictionary(a => (a.Owner, a.Unit));
        return held.Order(StringComparer.Ordinal).Select(
            u => new SuccessionPair(accounts[(order.From, u)], accounts[(order.To, u)], units[u].KeepsLots)).ToList();
    }

    private async Task<ILookup<long, Lot>> OpenLotsAsync(Books books, List<SuccessionPair> pairs, CancellationToken ct)
    {
        long[] accounts = [.. pairs.SelectMany(p => new[] { p.From.Id, p.To.Id })];
        var lots = await db.Lots.AsNoTracking()
            .Where(l => l.Remaining != 0 && EF.Parameter(accounts).Contains(l.AccountId)).OrderBy(l => l.Id).ToListAsync(ct);
        return lots.Select(books.Same).ToLookup(l => l.AccountId);
    }

    private async Task WriteAsync(List<SuccessionPair> pairs, SuccessionEntries entries, CancellationToken ct)
    {
        await writer.WriteAsync(entries.Entries, ct);
        await rows.UpdateAsync([.. pairs.Select(p => p.From)], [nameof(Account.Successor)], ct);
    }
}

/// <summary>The accounts of one unit: of who is succeeded, and of the successor.</summary>
internal sealed record SuccessionPair(Account From, Account To, bool KeepsLots)
{
    public AccountBook BookFrom(ILookup<long, Lot> open) => BookOf(From, open);

    public AccountBook BookTo(ILookup<long, Lot> open) => BookOf(To, open);

    private AccountBook BookOf(Account account, ILookup<long, Lot> open) =>
        new(account, KeepsLots ? new LotBook([.. open[account.Id]]) : null);
}
