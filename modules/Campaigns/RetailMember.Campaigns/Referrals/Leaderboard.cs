using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Ranks members by the referrals of a calendar month that succeeded; of equals, who reached the count first.</summary>
internal sealed class Leaderboard(CampaignsDb db)
{
    public async Task<IReadOnlyList<Standing>> OfMonthAsync(DateOnly month, int places, CancellationToken cancel)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var next = first.AddMonths(1);
        var counts = await db.Referrals.AsNoTracking()
            .Where(r => r.State == ReferralState.Succeeded && r.SucceededOn >= first && r.SucceededOn < next)
            .GroupBy(r => r.ReferrerId)
            .Select(g => new { Member = g.Key, Count = g.Count(), Reached = g.Max(r => r.SucceededAt) })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Reached).ThenBy(g => g.Member)
            .Take(places).ToListAsync(cancel);
        return [.. counts.Select((c, i) => new Standing(i + 1, c.Member, c.Count, c.Reached!.Value))];
    }

    /// <param name="Rank">From 1.</param>
    /// <param name="Reached">When the count was reached, UTC.</param>
    internal sealed record Standing(int Rank, Guid Member, int Count, DateTime Reached);
}
