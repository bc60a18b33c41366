using RetailMember.Data;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>Finds the lots that transfers opened at their receivers, each with the lot that it came from.</summary>
internal sealed class TransferredLots(IRows rows, DataSession session)
{
    /// <param name="books">Knows the transfers; gets their lots.</param>
    /// <param name="transfers">Keys of the transfers that are to be undone.</param>
    /// <param name="takes">What these took from lots: never fewer rows than lots were opened for them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ReadAsync(Books books, IEnumerable<string> transfers, IReadOnlyCollection<Take> takes, CancellationToken ct)
    {
        var keys = new Dictionary<string, string>();
        foreach (var key in transfers.Where(books.Known.ContainsKey).Distinct())
            for (var n = 1; n <= takes.Count(t => t.PostingId == books.Known[key].Id); n++)
                keys.Add(Transfer.ReceiptKey(key, n), key);
        if (keys.Count == 0) return;

        var receipts = (await rows.ReadAsync<PostingRow, string>(p => p.Key, keys.Keys, ct))
            .Where(p => p.BrandId == session.Brand).ToDictionary(p => p.Id, p => keys[p.Key]);
        var opened = (await rows.ReadAsync<Lot, long>(l => l.Id, receipts.Keys, ct)).ConvertAll(books.Same);
        var sources = (await rows.ReadAsync<Lot, long>(l => l.Id, [.. opened.Select(l => l.FromLotId).OfType<long>()], ct))
            .Select(books.Same).ToDictionary(l => l.Id);
        foreach (var transfer in opened.Where(l => l.FromLotId is not null).OrderBy(l => l.Id).GroupBy(l => receipts[l.Id]))
            books.Transferred.Add(transfer.Key, [.. transfer.Select(l => (l, sources[l.FromLotId!.Value]))]);
    }
}
