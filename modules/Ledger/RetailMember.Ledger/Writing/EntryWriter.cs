using RetailMember.Data;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>Gives the entries of a batch their ids and writes all rows, one statement per table.</summary>
internal sealed class EntryWriter(IRows rows, Sequences sequences)
{
    public async Task WriteAsync(IReadOnlyList<Entry> entries, CancellationToken ct)
    {
        if (entries.Count == 0) return;
        var ids = await sequences.TakeAsync<PostingRow>(entries.Count, ct);
        var opened = new List<Lot>();
        for (var i = 0; i < entries.Count; i++)
        {
            var (row, movement, book, origin) = entries[i];
            row.Id = ids[i];
            if (row.Key.Length == 0) row.Key = $"expire/{row.Id}";
            row.ReversesId = origin?.Posting.Id;
            if (book.Lots is null || movement.Opened is not { } lot) continue;
            lot.Id = row.Id;
            lot.AccountId = row.AccountId;
            lot.BrandId = row.BrandId;
            lot.FromLotId = movement.OpenedFrom?.Id;
            opened.Add(lot);
        }
        var fresh = opened.ToHashSet();
        var changed = entries.SelectMany(e => e.Movement.Takes).Select(t => t.Lot).Where(l => !fresh.Contains(l)).Distinct().ToList();
        var takes = entries.SelectMany(e => e.Movement.Takes.Select(t => new Take
        {
            PostingId = e.Row.Id, LotId = t.Lot.Id, BrandId = e.Row.BrandId, Amount = t.Amount,
        })).ToList();
        var accounts = entries.Select(e => e.Book.Account).Distinct().ToList();

        await rows.InsertAsync([.. entries.Select(e => e.Row)], ct);
        await rows.InsertAsync(opened, ct);
        await rows.UpdateAsync(changed, [nameof(Lot.Remaining)], ct);
        await rows.InsertAsync(takes, ct);
        await rows.UpdateAsync(accounts, [nameof(Account.Balance), nameof(Account.Overdraft)], ct);
    }
}
