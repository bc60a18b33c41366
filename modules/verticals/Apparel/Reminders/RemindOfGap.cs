using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Reminders;

/// <summary>
/// Tells some of the members who bought this month how far the next rung is; nobody on a day that is no reminder's.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class RemindOfGap(
    ApparelDb db, ApparelRules rules, LadderBook book, IMergedMembers merged, IBrandDirectory brands, ReminderDesk desk)
    : UseCase<RemindOfGap.Input, RemindOfGap.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = LadderBook.MonthOf(input.On);
        var terms = (await rules.NowAsync(cancel)).Reminder;
        if (!terms.IsDue(input.On) || !await desk.IsReadyAsync(ReminderKind.Gap, cancel)) return new Result(0, null);
        var ladder = (await rules.OfMonthAsync(month, cancel)).Ladder;
        var page = db.LadderReceipts.Where(r => r.Month == month).Select(r => r.MemberId).Distinct();
        if (input.After is { } after) page = page.Where(m => m > after);
        var bought = await page.OrderBy(m => m).Take(input.Count).ToListAsync(cancel);
        var standing = await merged.StandingForAsync(bought, cancel);
        Guid[] members = [.. bought.Select(m => standing.GetValueOrDefault(m, m)).Distinct()];
        var done = await DoneAsync(members, ladder.Policy, month, cancel);
        var reminders = new List<Reminder>();
        foreach (var member in members.Except(done))
        {
            var counted = await book.MonthAsync(member, month, cancel);
            if (!counted.Purchases.Any(p => brands.IsOn(ApparelModule.ModuleName, call.RequiredBrand.Id, p.Receipt.StoreId))) continue;
            if (terms.For(ladder, counted.Points) is { } gap) reminders.Add(Of(member, input.On, gap));
        }

        // Tomorrow the gap may be another.
        var sent = await desk.SendAsync(ReminderKind.Gap, input.On, input.On, reminders, call.RequiredBrand, cancel);
        return new Result(sent, bought.Count < input.Count ? null : bought[^1]);
    }

    /// <summary>Those who have used a lower rung's voucher where only the highest rung pays: no rung comes any more.</summary>
    private async Task<IReadOnlyCollection<Guid>> DoneAsync(
        Guid[] members, RungPolicy policy, DateOnly month, CancellationToken cancel) =>
        policy == RungPolicy.TopRungOnly
            ? await db.EarnedRungs.AsNoTracking()
                .Where(r => r.Month == month && r.State == RungState.Kept && EF.Parameter(members).Contains(r.MemberId))
                .Select(r => r.MemberId).Distinct().ToListAsync(cancel)
            : [];

    private Reminder Of(Guid member, DateOnly on, LadderGap gap) => new(
        new SentReminder
        {
            MemberId = member, Kind = ReminderKind.Gap, Occasion = on, On = on, BrandId = book.BrandId, Points = gap.Points,
            Missing = gap.Missing, WorthFen = gap.Next.Worth.Fen,
        },
        new Dictionary<string, string>
        {
            ["points"] = ReminderLetters.Of(gap.Points),
            ["missing"] = ReminderLetters.Of(gap.Missing),
            ["worth"] = ReminderLetters.Of(gap.Next.Worth),
        });

    internal sealed record Input(DateOnly On, Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Sent, Guid? Last);
}
