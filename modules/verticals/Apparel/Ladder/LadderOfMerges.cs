using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Events;
using RetailMember.Apparel.Reminders;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Apparel.Ladder;

/// <summary>What both had bought may reach rungs for the one who stays, in each month that can still be claimed.</summary>
internal sealed class LadderOfMerges(LadderOfMembers ladder) : Subscriber<MembersMerged>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MembersMerged>> events, CancellationToken cancel) =>
        ladder.SettleAsync(events.Select(e => e.Event.SurvivorId), standing: false, cancel);
}

/// <summary>
/// Two who are two again have each the rungs that he has reached alone: what only both together had reached goes back, of
/// whichever month, and what each reaches in a month that can still be claimed is given.
/// </summary>
internal sealed class LadderOfUnmerges(LadderOfMembers ladder) : Subscriber<MembersUnmerged>
{
    protected override Task HandleAsync(IReadOnlyList<Delivered<MembersUnmerged>> events, CancellationToken cancel) =>
        ladder.SettleAsync(
            events.SelectMany(e => (Guid[])[e.Event.SurvivorId, e.Event.DuplicateId]), standing: true, cancel);
}

/// <summary>Settles the ladder of members of whom something was told: those who stand for them by now.</summary>
internal sealed class LadderOfMembers(
    ApparelDb db, LadderDesk desk, ApparelRules rules, EventMembers people, ReminderDesk reminders, EventClock clock)
{
    /// <param name="members">Their keys.</param>
    /// <param name="standing">Not only the months that can still be claimed, but all in which a rung stands.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task SettleAsync(IEnumerable<Guid> members, bool standing, CancellationToken cancel)
    {
        var now = clock.Now();
        var held = await people.HoldAsync(members, cancel);
        var open = await rules.OpenMonthsAsync(now.On, cancel);
        foreach (var member in held.Values.Where(m => m.IsActive).DistinctBy(m => m.Id))
        {
            var months = standing ? open.Union(await StandingMonthsAsync(member.Id, cancel)) : open;
            foreach (var month in months) await desk.SettleAsync(member.Id, month, now, cancel);
            await reminders.RecallGapAsync(member.Id, cancel);
        }
    }

    private Task<List<DateOnly>> StandingMonthsAsync(Guid member, CancellationToken cancel) => db.EarnedRungs.AsNoTracking()
        .Where(r => r.MemberId == member && r.State == RungState.Standing).Select(r => r.Month).Distinct().OrderBy(m => m)
        .ToListAsync(cancel);
}
