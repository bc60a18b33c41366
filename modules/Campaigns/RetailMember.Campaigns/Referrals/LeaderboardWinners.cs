using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Referrals;

/// <summary>Who wins a month of a leaderboard and has no prize of it yet: whoever may not win leaves his place to the next.</summary>
internal sealed class LeaderboardWinners(CampaignsDb db, Leaderboard board, IMemberAwards members)
{
    /// <summary>How the keys of a month's awards begin; the member ends them.</summary>
    public static string KeyOf(KnownCampaign campaign, DateOnly month) => $"leaderboard/{campaign.Id:N}/{NameOf(month)}/";

    public static string NameOf(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>By place; they are held from here on.</summary>
    public async Task<IReadOnlyList<LeaderboardWinner>> OfMonthAsync(
        KnownCampaign campaign, DateOnly month, CancellationToken cancel)
    {
        var keys = KeyOf(campaign, month);
        var had = (await db.Awards.Where(a => a.CampaignId == campaign.Id && a.Key.StartsWith(keys))
            .Select(a => a.MemberId).ToListAsync(cancel)).ToHashSet();
        var places = campaign.Terms.Places!.Value;
        for (var look = places; ; look *= 2)
        {
            var ranking = await board.OfMonthAsync(month, look, cancel);
            var standing = await members.HoldAsync([.. ranking.Select(r => r.Member)], cancel);
            var first = FirstOf(ranking, campaign.Terms, month, standing, had).Take(places).ToList();
            if (first.Count < places && ranking.Count == look) continue;
            return [.. first.Where(w => !had.Contains(w.Member.Id)).Take(places - had.Count)];
        }
    }

    private static IEnumerable<LeaderboardWinner> FirstOf(
        IReadOnlyList<Leaderboard.Standing> ranking, CampaignTerms terms, DateOnly month,
        IReadOnlyDictionary<Guid, MemberSummary> standing, HashSet<Guid> had)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var place = 1;
        foreach (var one in ranking)
        {
            if (!standing.TryGetValue(one.Member, out var member)) continue;
            var verdict = CampaignJudge.Judge(terms, new CampaignCase
            {
                On = terms.To < last ? terms.To.Value : last,
                TierCode = member.Tier,
                JoinedOn = member.JoinedOn,
                Rank = place,
            });
            if (!had.Contains(member.Id) && (verdict.Refusal is not null || !member.IsActive)) continue;
            yield return new LeaderboardWinner(member, place++, one.Count, verdict.Points);
        }
    }
}

/// <param name="Place">From 1, among those who may win.</param>
/// <param name="Count">Successful referrals of the month.</param>
/// <param name="Points">That the prize comes to.</param>
internal sealed record LeaderboardWinner(MemberSummary Member, int Place, int Count, long Points);
