using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Reports;

/// <summary>
/// Holds what receipts and refunds moved against the ledger's postings, both ways: each has its posting, and each posting
/// has its receipt or refund.
/// </summary>
internal sealed class PostingChecks(MembershipDb db, ILedger ledger)
{
    private const int AtOnce = 1_000;

    public async Task<IReadOnlyList<MembershipBreach>> FindAsync(CancellationToken cancel)
    {
        var found = new BreachTally();
        await LookAsync(NextReceiptsAsync, "points-are-not-posting", "growth-is-not-posting", found, cancel);
        await LookAsync(NextRefundsAsync, "refund-is-not-reversal", "refund-is-not-reversal", found, cancel);
        await LookForStraysAsync(Purchase.KeyPrefix, "posting-without-receipt", ReceiptsAmongAsync, found, cancel);
        await LookForStraysAsync(Refund.KeyPrefix, "reversal-without-refund", RefundsAmongAsync, found, cancel);
        return found.Breaches;
    }

    private async Task LookAsync(
        Func<Guid?, CancellationToken, Task<List<Moved>>> nextAsync, string pointsCode, string growthCode, BreachTally found,
        CancellationToken cancel)
    {
        for (var rows = await nextAsync(null, cancel); rows.Count > 0; rows = await nextAsync(rows[^1].Id, cancel))
        {
            var entries = await ledger.ReadEntriesAsync([.. rows.SelectMany(r => r.Keys())], cancel);
            foreach (var row in rows)
            {
                found.Unless(AmountOf(row.PointsKey) == row.Points, pointsCode, row.No);
                found.Unless(AmountOf(row.GrowthKey) == row.Growth, growthCode, row.No);
            }

            long AmountOf(string key) => entries.GetValueOrDefault(key)?.Amount ?? 0;
        }
    }

    private async Task LookForStraysAsync(
        string prefix, string code, Func<Guid[], CancellationToken, Task<List<Guid>>> amongAsync, BreachTally found,
        CancellationToken cancel)
    {
        long last = 0;
        while (await ledger.ReadEntriesAsync(prefix, last, AtOnce, cancel) is [.., var newest] entries)
        {
            last = newest.Id;
            var known = (await amongAsync([.. entries.Select(e => SourceOf(e.Key, prefix)).Distinct()], cancel)).ToHashSet();
            foreach (var entry in entries)
                found.Unless(known.Contains(SourceOf(entry.Key, prefix)), code, entry.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Guid SourceOf(string key, string prefix) =>
        Guid.TryParseExact(key[prefix.Length..].Split(':')[0], "N", out var id) ? id : Guid.Empty;

    private async Task<List<Moved>> NextReceiptsAsync(Guid? last, CancellationToken cancel)
    {
        var receipts = db.Purchases.AsNoTracking();
        if (last is { } after) receipts = receipts.Where(p => p.Id > after);
        return (await receipts.OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancel))
            .ConvertAll(p => new Moved(p.Id, p.ReceiptNo, p.PointsKey, p.Points, p.GrowthKey, p.Growth));
    }

    private async Task<List<Moved>> NextRefundsAsync(Guid? last, CancellationToken cancel)
    {
        var refunds = db.Refunds.AsNoTracking();
        if (last is { } after) refunds = refunds.Where(r => r.Id > after);
        return (await refunds.OrderBy(r => r.Id).Take(AtOnce).ToListAsync(cancel))
            .ConvertAll(r => new Moved(r.Id, r.RefundNo, r.PointsKey, -r.PointsTaken, r.GrowthKey, -r.GrowthTaken));
    }

    private Task<List<Guid>> ReceiptsAmongAsync(Guid[] ids, CancellationToken cancel) =>
        db.Purchases.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel);

    private Task<List<Guid>> RefundsAmongAsync(Guid[] ids, CancellationToken cancel) =>
        db.Refunds.Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancel);

    /// <summary>What a receipt or refund says that it moved, signed.</summary>
    private sealed record Moved(Guid Id, string No, string PointsKey, long Points, string GrowthKey, long Growth)
    {
        public IEnumerable<string> Keys() => [PointsKey, GrowthKey];
    }
}
