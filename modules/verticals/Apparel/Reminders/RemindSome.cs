using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Reminders;

/// <summary>Reminds some of the members who bought this month; nobody on a day that is no reminder's.</summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class RemindSome(
    ApparelDb db, ApparelRules rules, LadderBook book, IMergedMembers merged, IMemberMessages messages)
    : UseCase<RemindSome.Input, RemindSome.Result>
{
    private const string Purpose = "apparel.ladder-gap";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var month = LadderBook.MonthOf(input.On);
        var terms = await rules.OfMonthAsync(month, cancel);
        if (!terms.Reminder.IsDue(input.On) || !messages.IsReady) return new Result(0, null);
        var page = db.LadderReceipts.Where(r => r.Month == month).Select(r => r.MemberId).Distinct();
        if (input.After is { } after) page = page.Where(m => m > after);
        var bought = await page.OrderBy(m => m).Take(input.Count).ToListAsync(cancel);
        var standing = await merged.StandingForAsync(bought, cancel);
        var members = bought.Select(m => standing.GetValueOrDefault(m, m)).Distinct().ToList();
        var told = await db.SentReminders.Where(r => r.On == input.On && EF.Parameter(members).Contains(r.MemberId))
            .Select(r => r.MemberId).ToListAsync(cancel);
        var letters = new List<MemberMessage>();
        foreach (var member in members.Except(told))
        {
            if (terms.Reminder.For(terms.Ladder,
                await book.PointsAsync(member, month, cancel)) is not { } gap) continue;
            db.SentReminders.Add(new SentReminder
            {
                MemberId = member, On = input.On, BrandId = book.BrandId, Points = gap.Points, Missing = gap.Missing,
            });
            letters.Add(LetterOf(member, gap));
        }

        await messages.SendAsync(letters, cancel);
        return new Result(letters.Count, bought.Count < input.Count ? null : bought[^1]);
    }

    private static MemberMessage LetterOf(Guid member, LadderGap gap) => new(
        member, Purpose, "apparel.message.gap",
        [("points", gap.Points), ("missing", gap.Missing), ("worth", gap.Next.Worth), ("rung", gap.Next.Name)]);

    internal sealed record Input(DateOnly On, Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last member.</param>
    internal sealed record Result(int Sent, Guid? Last);
}
