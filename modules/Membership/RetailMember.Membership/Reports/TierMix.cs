using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>How many members each tier has, now or at the end of an earlier day.</summary>
internal sealed class TierMix(MembershipDb db)
{
    /// <summary>Active members by brand and code of tier; of the call's brand, or of all brands for the chain.</summary>
    /// <param name="asOf">
    /// Members who had joined by this day and were active at its end, on the tier that they had then: what came later is
    /// undone.
    /// </param>
    public async Task<TierCounts> CountAsync(CallContext call, DateOnly asOf, CancellationToken cancel)
    {
        var members = Of(call, db.Members).Where(m => m.JoinedOn <= asOf);
        var counts = new TierCounts();
        foreach (var row in await members.Where(m => m.Status == MemberStatus.Active)
            .GroupBy(m => new { m.BrandId, m.Tier })
            .Select(g => new { g.Key.BrandId, g.Key.Tier, Count = g.LongCount() })
            .ToListAsync(cancel))
            counts.Add(row.BrandId, row.Tier, row.Count);

        foreach (var (now, then) in await ChangedSinceAsync(call, members, asOf, cancel))
        {
            if (now.Status == MemberStatus.Active) counts.Add(now.BrandId, now.Tier, -1);
            if (then.Status == MemberStatus.Active) counts.Add(now.BrandId, then.Tier, 1);
        }

        return counts;
    }

    private IQueryable<T> Of<T>(CallContext call, IQueryable<T> ofBrand)
        where T : class, IBrandOwned => call.Brand is null ? db.AcrossBrands<T>() : ofBrand;

    /// <summary>Members whom a later day has moved: as they are, and as they were. The first later change tells.</summary>
    private async Task<IEnumerable<(Standing Now, Standing Then)>> ChangedSinceAsync(
        CallContext call, IQueryable<Member> members, DateOnly asOf, CancellationToken cancel)
    {
        var statuses = await Of(call, db.StatusChanges).Where(c => c.On > asOf)
            .Join(members, c => c.MemberId, m => m.Id, (c, m) => new { c.From, c.On, c.Id, m.BrandId, Member = m.Id, m.Status, m.Tier })
            .OrderBy(c => c.On).ThenBy(c => c.Id).ToListAsync(cancel);
        var tiers = await Of(call, db.TierChanges).Where(c => c.On > asOf)
            .Join(members, c => c.MemberId, m => m.Id, (c, m) => new { c.From, c.On, c.Id, m.BrandId, Member = m.Id, m.Status, m.Tier })
            .OrderBy(c => c.On).ThenBy(c => c.Id).ToListAsync(cancel);
        var then = new Dictionary<Guid, (Standing Now, Standing Then)>();
        foreach (var c in statuses.DistinctBy(c => c.Member))
        {
            var now = new Standing(c.BrandId, c.Status, c.Tier);
            then[c.Member] = (now, now with { Status = c.From });
        }

        foreach (var c in tiers.DistinctBy(c => c.Member))
        {
            var known = then.GetValueOrDefault(c.Member, (new(c.BrandId, c.Status, c.Tier), new(c.BrandId, c.Status, c.Tier)));
            then[c.Member] = (known.Now, known.Then with { Tier = c.From });
        }

        return then.Values;
    }

    private readonly record struct Standing(int BrandId, MemberStatus Status, string Tier);
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
