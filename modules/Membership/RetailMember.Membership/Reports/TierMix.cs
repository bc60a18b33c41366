using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Reports;

/// <summary>How many members each tier has, now or at the end of an earlier day.</summary>
internal sealed class TierMix(MembershipDb db)
{
    /// <summary>Active members by code of tier, per brand that the session may see.</summary>
    /// <param name="asOf">
    /// Members who had joined by this day, on the tier that they had at its end: later steps up and down are undone.
    /// </param>
    public async Task<IReadOnlyDictionary<int, Dictionary<string, long>>> CountAsync(
        IReadOnlyCollection<int> brandIds, DateOnly asOf, CancellationToken cancel)
    {
        var members = db.Members.IgnoreQueryFilters().AsNoTracking()
            .Where(m => brandIds.Contains(m.BrandId) && m.Status == MemberStatus.Active && m.JoinedOn <= asOf);
        var counted = await members.GroupBy(m => new { m.BrandId, m.Tier })
            .Select(g => new { g.Key.BrandId, g.Key.Tier, Count = g.LongCount() })
            .ToListAsync(cancel);
        var mix = brandIds.ToDictionary(b => b, _ => new Dictionary<string, long>());
        foreach (var row in counted) mix[row.BrandId][row.Tier] = row.Count;
        var later = await db.TierChanges.IgnoreQueryFilters().AsNoTracking()
            .Where(c => brandIds.Contains(c.BrandId) && c.On > asOf)
            .Join(members, c => c.MemberId, m => m.Id, (c, m) => new { c.BrandId, m.Tier, c.MemberId, c.From, c.On, c.Id })
            .OrderBy(c => c.On).ThenBy(c => c.Id)
            .ToListAsync(cancel);
        foreach (var first in later.DistinctBy(c => c.MemberId))
        {
            Add(mix[first.BrandId], first.Tier, -1);
            Add(mix[first.BrandId], first.From, 1);
        }

        return mix;
    }

    private static void Add(Dictionary<string, long> counts, string tier, long by)
    {
        var count = counts.GetValueOrDefault(tier) + by;
        if (count == 0) counts.Remove(tier);
        else counts[tier] = count;
    }
}
