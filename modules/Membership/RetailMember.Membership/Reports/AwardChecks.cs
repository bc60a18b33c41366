using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Ledger;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Reports;

/// <summary>Holds what awards gave and what was taken back of them against the ledger's postings, both ways.</summary>
internal sealed class AwardChecks(MembershipDb db, ILedger ledger)
{
    private const int AtOnce = 500;

    public async Task<IReadOnlyList<MembershipBreach>> FindAsync(CancellationToken cancel)
    {
        var found = new BreachTally();
        for (var awards = await NextAsync(null, cancel); awards.Count > 0; awards = await NextAsync(awards[^1].Id, cancel))
        {
            var entries = await ledger.ReadEntriesAsync([.. awards.SelectMany(KeysOf)], cancel);
            foreach (var award in awards)
                found.Unless(
                    Is(award.PointsKey, award.Points, award.PointsTaken, award)
                        && Is(award.GrowthKey, award.Growth, award.GrowthTaken, award),
                    "award-is-not-posting", award.Key);

            bool Is(string key, long given, long taken, MemberAward award) =>
                Amount(key) == given && UndoKeys(key, award).Sum(Amount) == -taken;

            long Amount(string key) => entries.GetValueOrDefault(key)?.Amount ?? 0;
        }

        await LookForStraysAsync(found, cancel);
        return found.Breaches;
    }

    private async Task LookForStraysAsync(BreachTally found, CancellationToken cancel)
    {
        long last = 0;
        while (await ledger.ReadEntriesAsync(MemberAward.KeyPrefix, last, AtOnce, cancel) is [.., var newest] entries)
        {
            last = newest.Id;
            Guid[] ids = [.. entries.Select(IdOf).Distinct()];
            var known = (await db.MemberAwards.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel)).ToHashSet();
            foreach (var entry in entries)
                found.Unless(known.Contains(IdOf(entry)), "posting-without-award", entry.Id.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<string> KeysOf(MemberAward award) =>
        new[] { award.PointsKey, award.GrowthKey }.SelectMany(key => UndoKeys(key, award).Prepend(key));

    private static IEnumerable<string> UndoKeys(string key, MemberAward award) =>
        Enumerable.Range(1, award.Undoings).Select(n => MemberAward.UndoKey(key, n));

    private static Guid IdOf(LedgerEntry entry) =>
        Guid.TryParseExact(entry.Key[MemberAward.KeyPrefix.Length..].Split(':')[0], "N", out var id) ? id : Guid.Empty;

    private Task<List<MemberAward>> NextAsync(Guid? last, CancellationToken cancel)
    {
        var awards = db.MemberAwards.AsNoTracking();
        if (last is { } after) awards = awards.Where(a => a.Id > after);
        return awards.OrderBy(a => a.Id).Take(AtOnce).ToListAsync(cancel);
    }
}
