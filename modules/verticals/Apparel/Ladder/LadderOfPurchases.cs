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
    LadderBook book, LadderDesk desk, EventMembers people, IBrandDirectory brands, ReminderDesk reminders, EventClock clock)
    : Subscriber<PurchaseRecorded>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events,
        CancellationToken cancel)
    {
        var bought = events.Select(e => e.Event).WhereOn(brands).ToList();
        if (bought.Count == 0) return;
        var members = await people.HoldAsync(bought.Select(b => b.MemberId), cancel);
        await book.EnterAsync(bought.Select(b => (b.PurchaseId, b.MemberId, b.BusinessDate)), cancel);
        var months =
            from one in bought
            let member = members.GetValueOrDefault(one.MemberId)
            where member is { IsActive: true }
            select (member.Id, Month: LadderBook.MonthOf(one.BusinessDate));
        foreach (var (member, month) in months.Distinct())
        {
            await desk.SettleAsync(member, month, clock.Now(), cancel);
            await reminders.RecallGapAsync(member, cancel);
        }
    }
}
