using RetailMember.UseCases;

namespace RetailMember.Campaigns.Referrals;

/// <summary>
/// Gives the prizes of leaderboards for months that are over, those included in which nobody ran it, a month at a time. A
/// month is closed once: what is refunded later changes its ranking no more.
/// </summary>
[Needs(CampaignsPermissions.RunJobs)]
internal sealed class CloseLeaderboards(UseCaseEntry entry) : Process<CloseLeaderboards.Input, CloseLeaderboards.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (months, awards, open) = (0, 0, new List<CloseLeaderboardMonth.Result>());
        while (await entry.RunAsync(new CloseLeaderboardMonth.Input([.. open.Select(o => o.Campaign!)]), call, cancel)
            is { Campaign: not null } closed)
        {
            awards += closed.AwardCount;
            if (closed.Why is null) months++;
            else open.Add(closed);
        }

        return new Result(months, awards, open);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="MonthCount">Closed just now.</param>
    /// <param name="AwardCount">Given for them.</param>
    /// <param name="LeftOpen">Months that are not closed because a prize could not be given, and why: the next run tries again.</param>
    internal sealed record Result(int MonthCount, int AwardCount, IReadOnlyList<CloseLeaderboardMonth.Result> LeftOpen);
}
