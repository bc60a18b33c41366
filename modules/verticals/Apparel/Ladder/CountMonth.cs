using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Counts what was bought since the first of a month where the module is on by now: for a brand or store that takes the ladder
/// up in the middle of a month. Counted twice it changes nothing; it may be stopped and run again. Only a month whose rungs can
/// still be claimed.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class CountMonth(UseCaseEntry entry, ApparelRules rules, IRunProgress progress)
    : Process<CountMonth.Input, CountMonth.Result>
{
    private const int AtOnce = 100;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var month = LadderBook.MonthOf(input.Month ?? today);
        if (!(await rules.OpenMonthsAsync(today, cancel)).Contains(month))
            throw new Refusal("apparel.month-not-open", RefusalKind.Conflict, ("month", month));
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

    /// <param name="Month">A day of it; null: this month.</param>
    internal sealed record Input(DateOnly? Month = null) : IInput<Result>;

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
        var last = input.Month.AddMonths(1).AddDays(-1);
        foreach (var member in members)
        {
            var bought = await receipts.OfSpanAsync(member.Id, input.Month, last, leastMoneyFen: 0, cancel);
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
