using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Book;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>
/// Where what is to be reversed was posted to an account that has a successor: his lots that stand in for that account's.
/// </summary>
internal sealed class Heirs(
    LedgerDb db, IRows rows, DataSession session, IReadOnlyDictionary<string, LedgerUnit> units)
{
    public async Task ReadAsync(
        Books books, IReadOnlyCollection<Origin> origins, IReadOnlyCollection<Account> accounts, CancellationToken ct)
    {
        var loaded = accounts.ToDictionary(a => a.Id);
        var foreign = origins.Where(o => !loaded.ContainsKey(o.Posting.AccountId)).ToList();
        if (foreign.Count == 0) return;
        foreach (var other in await rows.ReadAsync<Account, long>(
            a => a.Id, [.. foreign.Select(o => o.Posting.AccountId).Distinct()], ct))
            if (other.Successor is not null && other.BrandId == session.Brand)
                books.Succeeded[other.Id] = new AccountBook(other, units[other.Unit].KeepsLots ? new LotBook([]) : null);

        long?[] lots = [.. foreign.SelectMany(o => o.Inside).Select(l => (long?)l.Lot.Id).Distinct()];
        var heirs = (await rows.ReadAsync<Lot, long?>(l => l.FromLotId, lots, ct))
            .FindAll(l => loaded.ContainsKey(l.AccountId)).ConvertAll(books.Same);
        var expired = await ExpiredAsync([.. heirs.Select(l => l.Id)], ct);
        var heirsOf = heirs.OrderBy(l => l.Id).ToLookup(l => l.FromLotId!.Value);
        foreach (var origin in foreign)
        {
            origin.Heirs = heirsOf;
            if (origin.Opened is { } opened) origin.Expired += heirsOf[opened.Id].Sum(l => expired.GetValueOrDefault(l.Id));
        }
    }

    private Task<Dictionary<long, long>> ExpiredAsync(long[] lots, CancellationToken ct) => (
        from take in db.Takes
        where EF.Parameter(lots).Contains(take.LotId)
        join posting in db.Postings on take.PostingId equals posting.Id
        where posting.Kind == PostingKind.Expire
        group take.Amount by take.LotId into lot
        select new { Id = lot.Key, Amount = lot.Sum() }).ToDictionaryAsync(l => l.Id, l => l.Amount, ct);
}
