using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Rules;

namespace RetailMember.Marketing.Packages;

/// <summary>Knows what one campaign takes, so that packages can be bought before one stands still.</summary>
internal sealed class PackageWatch(MarketingDb db)
{
    /// <summary>What the plan of old reckons with: five stores with two thousand members each.</summary>
    public const long PlannedCampaign = 10_000;

    /// <summary>From so many campaigns on, they say more than the plan: one, such as a trial, says nothing of the next.</summary>
    private const int Telling = 3;

    /// <summary>
    /// Parts of the largest campaign so far, in tens where its members meet sensitive conditions; before the third one at least
    /// those of the plan. A journey's day and other modules' letters are no campaign, however few or many they are.
    /// </summary>
    public async Task<long> OneCampaignAsync(CancellationToken cancel)
    {
        var sensitive = db.Batches.Where(b => b.MeantSegmentId != null).Select(b => b.Id);
        var others = db.Batches.Where(b => !b.Purpose.StartsWith(MessageQueue.CampaignPrefix)).Select(b => b.Id);
        var campaigns = db.PackageUses.Where(u => !others.Contains(u.BatchId));
        var plain = await LargestAsync(campaigns.Where(u => !sensitive.Contains(u.BatchId)), cancel);
        var coarse = await LargestAsync(campaigns.Where(u => sensitive.Contains(u.BatchId)), cancel);
        var largest = Math.Max(plain ?? 0, coarse - coarse % ToldCount.Step ?? 0);
        var gone = await campaigns.Where(u => !sensitive.Contains(u.BatchId) && u.BatchId != PackageUse.NoBatch)
            .Select(u => u.BatchId).Distinct().CountAsync(cancel);
        return gone < Telling ? Math.Max(PlannedCampaign, largest) : largest;
    }

    private static Task<long?> LargestAsync(IQueryable<PackageUse> uses, CancellationToken cancel) =>
        uses.Where(u => u.BatchId != PackageUse.NoBatch)
            .GroupBy(u => u.BatchId).Select(g => (long?)g.Sum(u => u.Parts)).MaxAsync(cancel);
}
