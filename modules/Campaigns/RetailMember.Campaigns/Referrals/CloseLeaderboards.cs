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
        var sum = new Result(0, 0);
        while (await entry.RunAsync(new CloseLeaderboardMonth.Input(), call, cancel) is { Month: not null } closed)
            sum = new Result(sum.MonthCount + 1, sum.AwardCount + closed.AwardCount);
        return sum;
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="MonthCount">Closed just now.</param>
    /// <param name="AwardCount">Given for them.</param>
    internal sealed record Result(int MonthCount, int AwardCount);
}
