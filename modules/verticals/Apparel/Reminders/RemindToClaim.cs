using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Reminders;

/// <summary>
/// Tells some of the members who have rungs of a month to claim that the last day is near: each once for all of the month's.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class RemindToClaim(
    ApparelDb db, ApparelRules rules, LadderBook book, WaitingRungs rungs, ReminderDesk desk)
    : UseCase<RemindToClaim.Input, RemindToClaim.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var terms = (await rules.NowAsync(cancel)).Reminder;
        var far = input.On.AddDays(terms.ClaimDaysBefore);
        if (terms.ClaimDaysBefore == 0 || !await desk.IsReadyAsync(ReminderKind.Claim, cancel)) return new Result(0, null);
        var near = db.EarnedRungs.AsNoTracking().Where(r =>
            r.State == RungState.Standing && r.ClaimUntil >= input.On && r.ClaimUntil <= far);
        var holders = near.Select(r => r.MemberId).Distinct();
        if (input.After is { } after) holders = holders.Where(m => m > after);
        var members = await holders.OrderBy(m => m).Take(input.Count).ToListAsync(cancel);
        var waiting = await rungs.AmongAsync(
            await near.Where(r => EF.Parameter(members).Contains(r.MemberId)).ToListAsync(cancel), cancel);
        var sent = 0;
        foreach (var month in waiting.GroupBy(r => (r.Month, r.ClaimUntil)))
            sent += await desk.SendAsync(
                ReminderKind.Claim, month.Key.Month, month.Key.ClaimUntil,
                [.. month.GroupBy(r => r.MemberId).Select(his => Of(his.Key, input.On, [.. his]))], call.RequiredBrand, cancel);
        return new Result(sent, members.Count < input.Count ? null : members[^1]);
    }

    private Reminder Of(Guid member, DateOnly on, IReadOnlyCollection<EarnedRung> his) => new(
        new SentReminder
        {
            MemberId = member, Kind = ReminderKind.Claim, Occasion = his.First().Month, On = on, BrandId = book.BrandId,
            Points = his.Max(r => r.Points), WorthFen = his.Sum(r => r.WorthFen),
        },
        WaitingRungs.ValuesOf(his));

    internal sealed record Input(DateOnly On, Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Sent, Guid? Last);
}
