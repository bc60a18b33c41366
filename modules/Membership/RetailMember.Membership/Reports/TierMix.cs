using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>How many members each tier has, now or at the end of an earlier day.</summary>
internal sealed class TierMix(MembershipDb db)
{
    /// <summary>Active members by brand and code of tier; of the call's brand, or of all brands for the chain.</summary>
    /// <param name="asOf">
    /// Members who had joined by this day, on the tier that they had at its end: later steps up and down are undone.
    /// </param>
    public async Task<TierCounts> CountAsync(CallContext call, DateOnly asOf, CancellationToken cancel)
    {
        var members = (call.Brand is null ? db.AcrossBrands<Member>() : db.Members)
            .Where(m => m.Status == MemberStatus.Active && m.JoinedOn <= asOf);
        var changes = call.Brand is null ? db.AcrossBrands<TierChange>() : db.TierChanges;
        var counts = new TierCounts();
        foreach (var row in await members.GroupBy(m => new { m.BrandId, m.Tier })
            .Select(g => new { g.Key.BrandId, g.Key.Tier, Count = g.LongCount() })
            .ToListAsync(cancel))
            counts.Add(row.BrandId, row.Tier, row.Count);
        var later = await changes.Where(c => c.On > asOf)
            .Join(members, c => c.MemberId, m => m.Id, (c, m) => new { c.BrandId, m.Tier, c.MemberId, c.From, c.On, c.Id })
            .OrderBy(c => c.On).ThenBy(c => c.Id)
            .ToListAsync(cancel);
        foreach (var first in later.DistinctBy(c => c.MemberId))
        {
            counts.Add(first.BrandId, first.Tier, -1);
            counts.Add(first.BrandId, first.From, 1);
        }

        return counts;
    }
}

internal sealed class TierCounts
{
    private readonly Dictionary<int, SortedDictionary<string, long>> byBrand = [];

    public IReadOnlyDictionary<string, long> Of(int brandId) =>
        byBrand.GetValueOrDefault(brandId) ?? new SortedDictionary<string, long>(StringComparer.Ordinal);

    public void Add(int brandId, string tier, long count)
    {
        if (!byBrand.TryGetValue(brandId, out var tiers))
            byBrand[brandId] = tiers = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var sum = tiers.GetValueOrDefault(tier) + count;
        if (sum == 0) tiers.Remove(tier);
        else tiers[tier] = sum;
    }
}
