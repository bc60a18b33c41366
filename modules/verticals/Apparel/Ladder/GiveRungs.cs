using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Jobs;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Gives the vouchers of rungs that could not be given when they were reached, as long as they can be claimed and what stood in
/// the way is mended. It counts no other receipts than had counted, and may be stopped and run again.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class GiveRungs(UseCaseEntry entry, IRunProgress progress) : Process<GiveRungs.Input, GiveRungs.Result>
{
    private const int AtOnce = 100;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (given, after) = (0L, (Guid?)null);
        do
        {
            var step = await entry.RunAsync(new GiveSomeRungs.Input(after, AtOnce), call, cancel);
            (given, after) = (given + step.Given, step.Last);
            progress.Report(given, total: 0);
        }
        while (after is not null);
        return new Result(given);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="RungCount">Rungs that can be claimed now.</param>
    internal sealed record Result(long RungCount);
}

/// <summary>Does so for some rungs, in one transaction.</summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class GiveSomeRungs(ApparelDb db, LadderDesk desk, IMemberAwards awards)
    : UseCase<GiveSomeRungs.Input, GiveSomeRungs.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var now = LadderOccasion.Of(call);
        var missing = db.EarnedRungs.AsNoTracking().Where(EarnedRung.NotGiven).Where(r => r.ClaimUntil >= now.On);
        if (input.After is { } after) missing = missing.Where(r => r.Id > after);
        var rungs = await missing.OrderBy(r => r.Id).Take(input.Count).ToListAsync(cancel);
        var held = await awards.HoldAsync([.. rungs.Select(r => r.MemberId).Distinct()], cancel);
        var given = 0;
        foreach (var (member, month) in rungs.Select(r => (r.MemberId, r.Month)).Distinct())
            if (held.TryGetValue(member, out var file) && file.IsActive)
                given += (await desk.SettleAsync(member, month, now, cancel)).Count(m => m.Given);
        return new Result(given, rungs.Count < input.Count ? null : rungs[^1].Id);
    }

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last rung.</param>
    internal sealed record Result(int Given, Guid? Last);
}
