using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Packages;

/// <summary>Knows what one campaign takes, so that packages can be bought before one stands still.</summary>
internal sealed class PackageWatch(MarketingDb db)
{
    /// <summary>What the plan of old reckons with: five stores with two thousand members each.</summary>
    public const long PlannedCampaign = 10_000;

    /// <summary>Parts of the largest batch so far; before the first one, those of the plan.</summary>
    public async Task<long> OneCampaignAsync(CancellationToken cancel)
    {
        var largest = await db.PackageUses.Where(u => u.BatchId != PackageUse.NoBatch)
            .GroupBy(u => u.BatchId).Select(g => (long?)g.Sum(u => u.Parts)).MaxAsync(cancel);
        return largest ?? PlannedCampaign;
    }
}
