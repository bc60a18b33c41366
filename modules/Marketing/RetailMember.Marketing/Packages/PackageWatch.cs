using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Rules;

namespace RetailMember.Marketing.Packages;

/// <summary>Knows what one campaign takes, so that packages can be bought before one stands still.</summary>
internal sealed class PackageWatch(MarketingDb db)
{
    /// <summary>What the plan of old reckons with: five stores with two thousand members each.</summary>
    public const long PlannedCampaign = 10_000;

    /// <summary>
    /// Parts of the largest batch so far, in tens where its members meet sensitive conditions; before the first one, those of
    /// the plan.
    /// </summary>
    public async Task<long> OneCampaignAsync(CancellationToken cancel)
    {
        var sensitive = db.Batches.Where(b => b.MeantSegmentId != null).Select(b => b.Id);
        var plain = await LargestAsync(db.PackageUses.Where(u => !sensitive.Contains(u.BatchId)), cancel);
        var coarse = await LargestAsync(db.PackageUses.Where(u => sensitive.Contains(u.BatchId)), cancel);
        return plain is null && coarse is null ? PlannedCampaign : Math.Max(plain ?? 0, coarse - coarse % ToldCount.Step ?? 0);
    }

    private static Task<long?> LargestAsync(IQueryable<PackageUse> uses, CancellationToken cancel) =>
        uses.Where(u => u.BatchId != PackageUse.NoBatch)
            .GroupBy(u => u.BatchId).Select(g => (long?)g.Sum(u => u.Parts)).MaxAsync(cancel);
}
