using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>
/// Posts the expiry of every lot of the brand that has lapsed. Points cannot be spent after their last valid day,
/// posted or not; this only brings the books to it. Works in many short transactions, so that tills are not kept
/// waiting: it may be stopped and run again at any time, and a second run finds nothing.
/// </summary>
[Needs(MembershipPermissions.RunJobs)]
internal sealed class ExpirePoints(UseCaseEntry entry, IRunProgress progress)
    : Process<ExpirePoints.Input, ExpirePoints.Result>
{
    private const int LotsAtOnce = 2_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var asOf = call.DayOf(input.AsOf);
        long lots = 0;
        while (true)
        {
            var expired = await entry.RunAsync(new ExpireLots.Input(asOf, LotsAtOnce), call, cancel);
            if (expired.Lots == 0) return new Result(asOf, lots);
            lots += expired.Lots;
            progress.Report(lots, total: 0);
        }
    }

    /// <param name="AsOf">Lots whose last valid day is before it expire. Today where it is left out; never later.</param>
    internal sealed record Input(DateOnly? AsOf = null) : IInput<Result>;

    internal sealed record Result(DateOnly AsOf, long Lots);
}
