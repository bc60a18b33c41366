using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.Redemption;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Reminders;

/// <summary>
/// Tells some of the members who have rungs of a month to claim that the last day is near: each once for all of the month's.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class RemindToClaim(
    ApparelDb db, ApparelRules rules, LadderBook book, IGifts gifts, IBrandDirectory brands, ReminderDesk desk)
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
        var waiting = await WaitingAsync(
            await near.Where(r => EF.Parameter(members).Contains(r.MemberId)).ToListAsync(cancel), call.RequiredBrand.Id, cancel);
        var sent = 0;
        foreach (var month in waiting.GroupBy(r => (r.Month, r.ClaimUntil)))
            sent += await desk.SendAsync(
                ReminderKind.Claim, month.Key.Month, month.Key.ClaimUntil,
                [.. month.GroupBy(r => r.MemberId).Select(his => Of(his.Key, input.On, [.. his]))], call.RequiredBrand, cancel);
        return new Result(sent, members.Count < input.Count ? null : members[^1]);
    }

    /// <summary>Those of stores that have the ladder, whose gift nobody has claimed, declined or lost.</summary>
    private async Task<IEnumerable<EarnedRung>> WaitingAsync(
        IReadOnlyCollection<EarnedRung> rungs, int brand, CancellationToken cancel)
    {
        var here = rungs.Where(r => brands.IsOn(ApparelModule.ModuleName, brand, r.StoreId)).ToList();
        if (here.Count == 0) return [];
        var states = await gifts.ReadAsync([.. here.Select(r => r.GiftKey)], cancel);
        return here.Where(r => states.TryGetValue(r.GiftKey, out var state) && state == GiftState.Earned);
    }

    private Reminder Of(Guid member, DateOnly on, IReadOnlyCollection<EarnedRung> rungs)
    {
        var worth = new Money(rungs.Sum(r => r.WorthFen));
        var (month, until) = (rungs.First().Month, rungs.First().ClaimUntil);
        return new Reminder(
            new SentReminder
            {
                MemberId = member, Kind = ReminderKind.Claim, Occasion = month, On = on, BrandId = book.BrandId,
                Points = rungs.Max(r => r.Points), WorthFen = worth.Fen,
            },
            new Dictionary<string, string>
            {
                ["worth"] = ReminderLetters.Of(worth), ["until"] = ReminderLetters.Of(until),
            });
    }

    internal sealed record Input(DateOnly On, Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Sent, Guid? Last);
}
