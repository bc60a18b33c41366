using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>Reads what a succession has moved in one unit, and what has become of it.</summary>
internal sealed class TakenOverLots(LedgerDb db, IRows rows)
{
    public async Task<TakenOver> ReadAsync(SuccessionPair pair, string order, Books books, CancellationToken ct)
    {
        var prefix = SuccessionEntries.KeyOf(order, pair.From.Unit, null);
        var sent = (await rows.ReadAsync<PostingRow, long>(p => p.AccountId, [pair.From.Id], ct))
            .Where(p => p.Key == prefix || p.Key.StartsWith(prefix + "/", StringComparison.Ordinal)
                || (p.Kind == PostingKind.Transfer && SuccessionEntries.IsSweep(p.Key))).ToList();
        var receipts = (await rows.ReadAsync<PostingRow, string>(
                p => p.Key, [.. sent.Select(p => Transfer.ReceiptKey(p.Key, 1))], ct))
            .Where(p => p.AccountId == pair.To.Id).ToDictionary(p => p.Key);
        return pair.KeepsLots
            ? new TakenOver(
                await HolesAsync(sent.Where(p => p.Amount > 0), receipts, books, ct),
                await LotsAsync(pair, [.. receipts.Values.Where(p => p.Amount > 0).Select(p => p.Id)], books, ct), 0)
            : new TakenOver([], [], await CounterAsync(pair, sent, ct));
    }

    /// <summary>What moved, with what was taken back or given back of the other's postings since.</summary>
    private async Task<long> CounterAsync(SuccessionPair pair, List<PostingRow> sent, CancellationToken ct)
    {
        var since = sent.Count > 0 ? sent.Max(p => p.Id) : 0;
        var undone = await (
            from reversal in db.Postings
            where reversal.AccountId == pair.To.Id && reversal.Id > since && reversal.ReversesId != null
            join origin in db.Postings on reversal.ReversesId equals origin.Id
            where origin.AccountId == pair.From.Id
            select reversal.Amount).SumAsync(ct);
        return undone - sent.Sum(p => p.Amount);
    }

    private async Task<List<TakenOverHole>> HolesAsync(
        IEnumerable<PostingRow> filled, Dictionary<string, PostingRow> receipts, Books books, CancellationToken ct)
    {
        var holes = new List<TakenOverHole>();
        foreach (var row in filled)
        {
            var receipt = receipts[Transfer.ReceiptKey(row.Key, 1)];
            var takes = await rows.ReadAsync<Take, long>(t => t.PostingId, [row.Id, receipt.Id], ct);
            var lots = (await rows.ReadAsync<Lot, long>(l => l.Id, [.. takes.Select(t => t.LotId), receipt.Id], ct))
                .Select(books.Same).ToDictionary(l => l.Id);
            var taken = takes.Where(t => t.PostingId == receipt.Id && t.Amount > 0).Select(t => (lots[t.LotId], t.Amount)).ToList();
            if (lots.TryGetValue(receipt.Id, out var opened)) taken.Add((opened, -opened.Amount));
            holes.Add(new TakenOverHole(lots[takes.Single(t => t.PostingId == row.Id).LotId], row.Amount, taken));
        }
        return holes;
    }

    private async Task<List<TakenOverLot>> LotsAsync(SuccessionPair pair, HashSet<long> moved, Books books, CancellationToken ct)
    {
        var own = await db.Lots.AsNoTracking().Where(l => l.AccountId == pair.From.Id).Select(l => (long?)l.Id).ToListAsync(ct);
        var standIns = (await rows.ReadAsync<Lot, long?>(l => l.FromLotId, own, ct)).FindAll(l => l.AccountId == pair.To.Id);
        long[] ids = [.. standIns.Select(l => l.Id)];
        standIns = standIns.FindAll(l => moved.Contains(l.Id)).ConvertAll(books.Same);
        var takes = (await rows.ReadAsync<Take, long>(t => t.PostingId, moved, ct)).Where(t => t.Amount < 0).ToList();
        var others = (await rows.ReadAsync<Lot, long>(
                l => l.Id, [.. takes.Select(t => t.LotId), .. standIns.Select(l => l.FromLotId!.Value)], ct))
            .Select(books.Same).ToDictionary(l => l.Id);
        var takenBack = await TakenBackAsync(ids, ct);
        return standIns.OrderBy(l => l.Id).Select(l => new TakenOverLot(
            l, others[l.FromLotId!.Value],
            [.. takes.Where(t => t.PostingId == l.Id).Select(t => (others[t.LotId], -t.Amount))],
            takenBack.GetValueOrDefault(l.Id))).ToList();
    }

    private Task<Dictionary<long, long>> TakenBackAsync(long[] lots, CancellationToken ct) => (
        from take in db.Takes
        where EF.Parameter(lots).Contains(take.LotId)
        join posting in db.Postings on take.PostingId equals posting.Id
        where posting.ReversesId != null && posting.Amount < 0
        group take.Amount by take.LotId into lot
        select new { Id = lot.Key, Amount = lot.Sum() }).ToDictionaryAsync(l => l.Id, l => l.Amount, ct);
}

/// <summary>What a succession has moved in one unit.</summary>
/// <param name="Holes">What the other had overdrawn.</param>
/// <param name="Lots">Those that stand in for his.</param>
/// <param name="Counter">In a unit without lots: what of it is his now.</param>
internal sealed record TakenOver(IReadOnlyList<TakenOverHole> Holes, IReadOnlyList<TakenOverLot> Lots, long Counter);

/// <param name="Lot">The hole, filled since.</param>
/// <param name="TakenFrom">What of the successor filled it.</param>
internal sealed record TakenOverHole(Lot Lot, long Amount, IReadOnlyList<(Lot Lot, long Amount)> TakenFrom);

/// <param name="Opened">The successor's.</param>
/// <param name="From">The one that it came from.</param>
/// <param name="Filled">The successor's holes that it filled as it came, and how much of each.</param>
/// <param name="TakenBack">What refunds have taken from it.</param>
internal sealed record TakenOverLot(
    Lot Opened, Lot From, IReadOnlyList<(Lot Lot, long Amount)> Filled, long TakenBack);
