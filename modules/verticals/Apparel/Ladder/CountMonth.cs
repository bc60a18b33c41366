using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Counts what was bought since the first of the month where the module is on by now: for a brand or store that takes
/// the ladder up in the middle of a month. Counted twice it changes nothing; it may be stopped and run again.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class CountMonth(UseCaseEntry entry, IRunProgress progress)
    : Process<CountMonth.Input, CountMonth.Result>
{
    private const int AtOnce = 100;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = LadderBook.MonthOf(call.RequiredBrand.DateOf(call.At));
        var (members, after) = (0L, (Guid?)null);
        do
        {
            var step = await entry.RunAsync(new CountSome.Input(month, after, AtOnce), call, cancel);
            (members, after) = (members + step.Members, step.Last);
            progress.Report(members, total: 0);
        }
        while (after is not null);
        return new Result(month, members);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(DateOnly Month, long Members);
}

/// <summary>Does so for some members, in one transaction.</summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class CountSome(
    LadderBook book, LadderDesk desk, IMemberFiles files, IMemberReceipts receipts, IMemberAwards awards,
        IBrandDirectory brands)
    : UseCase<CountSome.Input, CountSome.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var members = await files.WalkAsync(new MemberSegment([]), input.After, input.Count, cancel);
        await awards.HoldAsync([.. members.Select(m => m.Id)], cancel);
        var now = LadderOccasion.Of(call);
        foreach (var member in members)
        {
            var bought = await receipts.OfSpanAsync(member.Id, input.Month, now.On, leastMoneyFen: 0, cancel);
            var here = bought.Where(r => brands.IsOn(ApparelModule.ModuleName, call.RequiredBrand.Id, r.StoreId))
                .ToList();
            if (here.Count == 0) continue;
            await book.EnterAsync(here.Select(r => (r.Id, member.Id, r.On)), cancel);
            await desk.SettleAsync(member.Id, input.Month, now, cancel);
        }

        return new Result(members.Count, members.Count < input.Count ? null : members[^1].Id);
    }

    internal sealed record Input(DateOnly Month, Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Members, Guid? Last);
}
