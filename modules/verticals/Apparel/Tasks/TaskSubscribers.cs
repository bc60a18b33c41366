using RetailMember.Apparel.Events;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Apparel.Stores;
using RetailMember.Brands;
using RetailMember.Events;
using RetailMember.Membership;

namespace RetailMember.Apparel.Tasks;

/// <summary>
/// What a purchase owes its buyer by his tier while his card is valid, such as a call within a week. By what the books say now,
/// not by the event: what was given back in between owes nothing, and who was merged is owed to under the one who stays.
/// </summary>
internal sealed class TasksOfPurchases(
    TaskDesk desk, ApparelRules rules, EventMembers people, IMemberReceipts receipts, IMemberCards cards, IBrandDirectory brands,
    EventClock clock)
    : Subscriber<PurchaseRecorded>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<PurchaseRecorded>> events,
        CancellationToken cancel)
    {
        var services = (await rules.NowAsync(cancel)).On(ServiceTrigger.Purchase).ToList();
        var bought = events.Select(e => e.Event).WhereOn(brands).ToList();
        if (services.Count == 0 || bought.Count == 0) return;
        var now = clock.Now();
        // Held, so that a refund or a closing in between finds the task that it has to drop.
        var members = await people.HoldAsync(bought.Select(b => b.MemberId), cancel);
        Guid[] keys = [.. members.Values.Select(m => m.Id).Distinct()];
        var ended = await cards.EndedAsync(keys, now.At, cancel);
        var kept = await KeptAsync(keys, bought.Select(b => b.BusinessDate).Distinct(), cancel);
        await desk.RaiseAsync(
            from one in bought
            where kept.Contains(one.PurchaseId)
            let member = members.GetValueOrDefault(one.MemberId)
            where member is { IsActive: true } && !ended.Contains(member.Id)
            from service in services
            where service.IsFor(member.Tier)
            select new TaskReason(
                service, member.Id, one.StoreId, one.BusinessDate,
                TaskDesk.SourceOf(TaskReason.Purchase, one.PurchaseId, service.Code)),
            now.On, cancel);
    }

    /// <summary>The receipts of these days of which something was not given back.</summary>
    private async Task<IReadOnlySet<Guid>> KeptAsync(
        IReadOnlyCollection<Guid> members, IEnumerable<DateOnly> days, CancellationToken cancel)
    {
        var kept = new HashSet<Guid>();
        foreach (var day in days)
            kept.UnionWith((await receipts.OfDayAsync(members, day, cancel)).SelectMany(r => r.Value)
                .Where(r => r.NetFen > 0).Select(r => r.Id));
        return kept;
    }
}

/// <summary>The steps of joining, each on the list of whoever does it: the store, or the operations centre.</summary>
internal sealed class TasksOfEnrolments(
    TaskDesk desk, ApparelRules rules, EventMembers people, IBrandDirectory brands, EventClock clock)
    : Subscriber<MemberEnrolled>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<MemberEnrolled>> events, CancellationToken cancel)
    {
        var services = (await rules.NowAsync(cancel)).On(ServiceTrigger.Enrolment).ToList();
        var enrolled = events.Select(e => e.Event).WhereOn(brands).ToList();
        if (services.Count == 0 || enrolled.Count == 0) return;
        var members = await people.HoldAsync(enrolled.Select(e => e.MemberId), cancel);
        await desk.RaiseAsync(
            from joined in enrolled
            let member = members.GetValueOrDefault(joined.MemberId)
            where member is { IsActive: true }
            from service in services
            select new TaskReason(
                service, member.Id, joined.StoreId, joined.JoinedOn,
                TaskDesk.SourceOf(TaskReason.Enrolment, joined.MemberId, service.Code)),
            clock.Now().On, cancel);
    }
}
