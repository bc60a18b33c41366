using RetailMember.Apparel.Events;
using RetailMember.Apparel.Reminders;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Apparel.Ladder;

/// <summary>What both had bought may reach rungs for the one who stays, in each month that can still be claimed.</summary>
internal sealed class LadderOfMerges(
    LadderDesk desk, ApparelRules rules, IMemberAwards awards, IMergedMembers merged, ReminderDesk reminders, EventClock clock)
    : Subscriber<MembersMerged>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel)
    {
        var now = clock.Now();
        Guid[] told = [.. events.Select(e => e.Event.SurvivorId).Distinct()];
        var standing = await merged.StandingForAsync(told, cancel);
        var held = await awards.HoldAsync([.. told.Select(m => standing.GetValueOrDefault(m, m)).Distinct()], cancel);
        var months = await OpenMonthsAsync(now.On, cancel);
        foreach (var member in held.Values.Where(m => m.IsActive))
        {
            foreach (var month in months) await desk.SettleAsync(member.Id, month, now, cancel);
            await reminders.RecallGapAsync(member.Id, cancel);
        }
    }

    private async Task<IReadOnlyList<DateOnly>> OpenMonthsAsync(DateOnly today, CancellationToken cancel)
    {
        var month = LadderBook.MonthOf(today);
        var before = month.AddMonths(-1);
        var ladder = (await rules.OfMonthAsync(before, cancel)).Ladder;
        return today <= ladder.ClaimUntil(before) ? [before, month] : [month];
    }
}
