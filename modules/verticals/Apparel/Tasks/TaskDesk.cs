using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Rules;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Apparel.Tasks;

/// <summary>Raises tasks, each once for what it comes of, and drops those whose reason fell away.</summary>
internal sealed class TaskDesk(ApparelDb db, IRows rows, DataSession session)
{
    /// <summary>What a task of a purchase comes of.</summary>
    public static string SourceOf(string kind, Guid reason, string service) => $"{kind}:{reason:N}:{service}";

    /// <summary>Raises them; what is overdue before it is raised, as of old receipts, is nobody's task.</summary>
    public Task<int> RaiseAsync(IEnumerable<TaskReason> reasons, DateOnly today, CancellationToken cancel) =>
        rows.InsertMissingAsync(
            [.. reasons.Where(r => r.Service.DueOn(r.On) >= today).Select(RowOf).DistinctBy(t => t.Source)], cancel);

    /// <summary>When a contact with members was called off for the last time, by member and service.</summary>
    public async Task<IReadOnlyDictionary<(Guid Member, string Service), DateOnly>> CalledOffAsync(
        IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var found = await db.CareTasks.AsNoTracking()
            .Where(t => EF.Parameter(members).Contains(t.MemberId) && t.State == TaskState.Dropped && t.DoneOn != null
                && t.Source.StartsWith(TaskReason.Silence + ":"))
            .GroupBy(t => new { t.MemberId, t.Service })
            .Select(g => new { g.Key.MemberId, g.Key.Service, On = g.Max(t => t.DoneOn!.Value) }).ToListAsync(cancel);
        return found.ToDictionary(t => (t.MemberId, t.Service), t => t.On);
    }

    /// <summary>Drops the open tasks of a purchase that was given back wholly.</summary>
    public Task DropAsync(Guid purchase, AwardOccasion occasion, CancellationToken cancel)
    {
        var source = SourceOf(TaskReason.Purchase, purchase, "");
        return DropAsync(db.CareTasks.Where(t => t.Source.StartsWith(source)), occasion.On, occasion.Operator, cancel);
    }

    /// <summary>Drops all that is open for a member.</summary>
    public Task CallOffAsync(Guid member, DateOnly on, string by, CancellationToken cancel) =>
        DropAsync(db.CareTasks.Where(t => t.MemberId == member), on, by, cancel);

    private static Task<int> DropAsync(IQueryable<CareTask> tasks, DateOnly on, string by, CancellationToken cancel) =>
        tasks.Where(t => t.State == TaskState.Open).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.State, TaskState.Dropped).SetProperty(t => t.DoneOn, on).SetProperty(t => t.DoneBy, by),
            cancel);

    private CareTask RowOf(TaskReason reason) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = session.Brand!.Value,
        MemberId = reason.Member,
        Service = reason.Service.Code,
        NameZh = reason.Service.Name.ZhHans,
        NameEn = reason.Service.Name.En,
        StoreId = reason.Service.Duty == ServiceDuty.Store ? reason.StoreId : null,
        Source = reason.Source,
        RaisedOn = reason.On,
        DueOn = reason.Service.DueOn(reason.On),
        Wish = reason.Wish,
        IsContact = reason.Service.IsBeingInTouch,
    };
}

/// <summary>Why somebody owes a member a service.</summary>
/// <param name="On">Business day on which it arose.</param>
/// <param name="Source">What it comes of: one task each.</param>
/// <param name="Wish">What is to be done, where the member said so.</param>
internal sealed record TaskReason(
    ServiceTerms Service, Guid Member, int? StoreId, DateOnly On, string Source, string? Wish = null)
{
    public const string Purchase = "purchase";
    public const string Enrolment = "enrolment";
    public const string Silence = "silence";
    public const string ByHand = "hand";
}
