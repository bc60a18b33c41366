using RetailMember.Apparel.Events;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Apparel.Stores;
using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Apparel.Tasks;

/// <summary>What a purchase owes its buyer by his tier while his card is valid, such as a call within a week.</summary>
internal sealed class TasksOfPurchases(
    TaskDesk desk, ApparelRules rules, IMemberFiles files, IMemberCards cards, IBrandDirectory brands, EventClock clock)
    : Subscriber<PurchaseRecorded>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events,
        CancellationToken cancel)
    {
        var now = clock.Now();
        var members = await files.ReadAsync([.. events.Select(e => e.Event.MemberId).Distinct()], cancel);
        var ended = await cards.EndedAsync([.. members.Keys], now.At, cancel);
        var services = (await rules.NowAsync(cancel)).On(ServiceTrigger.Purchase).ToList();
        await desk.RaiseAsync(
            from bought in events.Select(e => e.Event).WhereOn(brands)
            let member = members.GetValueOrDefault(bought.MemberId)
            where member is { IsActive: true } && !ended.Contains(member.Id)
            from service in services
            where service.IsFor(member.Tier)
            select new TaskReason(
                service, bought.MemberId, bought.StoreId, bought.BusinessDate,
                TaskDesk.SourceOf(TaskReason.Purchase, bought.PurchaseId, service.Code)),
            now.On, cancel);
    }
}

/// <summary>The steps of joining, each on the list of whoever does it: the store, or the operations centre.</summary>
internal sealed class TasksOfEnrolments(TaskDesk desk, ApparelRules rules, IBrandDirectory brands, EventClock clock)
    : Subscriber<MemberEnrolled>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MemberEnrolled>> events, CancellationToken cancel)
    {
        var today = clock.Now().On;
        var services = (await rules.NowAsync(cancel)).On(ServiceTrigger.Enrolment).ToList();
        await desk.RaiseAsync(
            from joined in events.Select(e => e.Event).WhereOn(brands)
            from service in services
            select new TaskReason(
                service, joined.MemberId, joined.StoreId, joined.JoinedOn,
                TaskDesk.SourceOf(TaskReason.Enrolment, joined.MemberId, service.Code)),
            today, cancel);
    }
}
