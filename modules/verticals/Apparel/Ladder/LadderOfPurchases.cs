using RetailMember.Apparel.Events;
using RetailMember.Apparel.Reminders;
using RetailMember.Apparel.Stores;
using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Apparel.Ladder;

/// <summary>
/// Climbs the ladder with whoever bought, a moment after the receipt. By what the books say now, not by the event: a
/// refund in between counts already.
/// </summary>
internal sealed class LadderOfPurchases(
    LadderBook book, LadderDesk desk, IMemberAwards awards, IMergedMembers merged, IBrandDirectory brands,
        ReminderDesk reminders, EventClock clock)
    : Subscriber<PurchaseRecorded>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events,
        CancellationToken cancel)
    {
        var bought = events.Select(e => e.Event).WhereOn(brands).ToList();
        if (bought.Count == 0) return;
        var standing = await merged.StandingForAsync([.. bought.Select(b => b.MemberId).Distinct()], cancel);
        var months = bought.Select(b =>
            (Member: standing.GetValueOrDefault(b.MemberId, b.MemberId), Month: LadderBook.MonthOf(b.BusinessDate)))
            .Distinct().ToList();
        var held = await awards.HoldAsync([.. months.Select(m => m.Member).Distinct()], cancel);
        await book.EnterAsync(bought.Select(b => (b.PurchaseId, b.MemberId, b.BusinessDate)), cancel);
        foreach (var (member, month) in months)
            if (held.TryGetValue(member, out var file) && file.IsActive)
            {
                await desk.SettleAsync(member, month, clock.Now(), cancel);
                await reminders.RecallGapAsync(member, cancel);
            }
    }
}
