using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// What has to be known of a member to judge an earlier day anew: the tiers held, and what was done on each day.
/// </summary>
internal sealed class MemberPast(IEnumerable<TierChange> steps, IEnumerable<DayTotal> totals)
{
    private readonly List<TierChange> steps = [.. steps];
    private readonly List<DayTotal> totals = [.. totals];
    private readonly HashSet<Guid> withdrawn = [];

    public void Add(TierChange step) => steps.Add(step);

    /// <summary>Adds to what was done on a day; less than nothing takes away.</summary>
    public void Add(DayTotal total) => totals.Add(total);

    /// <summary>As if a tier had never been granted.</summary>
    /// <param name="source">The award that granted it.</param>
    public void Withdraw(Guid source) => withdrawn.Add(source);

    /// <summary>
    /// Day by day, and on each day as the member's epochs followed each other; days of which all was taken back are absent.
    /// </summary>
    public IReadOnlyList<DayTotal> Totals() =>
    [
        .. totals.GroupBy(t => (t.Day, t.Epoch), t => t.Metrics)
            .OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Epoch ?? -1)
            .Select(g => new DayTotal(g.Key.Day, g.Key.Epoch, Sum(g)))
            .Where(t => t.Metrics != default),
    ];

    /// <summary>What people decided on the member's tier, oldest first.</summary>
    public IReadOnlyList<TierChange> Decisions() =>
    [
        .. steps.Where(s => s.Reason == TierChangeReason.Grant && !IsWithdrawn(s)).OrderBy(s => s.On).ThenBy(s => s.At).ThenBy(s => s.Id),
    ];

    /// <summary>The first step ever recorded; null for a member who never took one.</summary>
    public TierChange? FirstStep() => steps.OrderBy(s => s.At).ThenBy(s => s.On).ThenBy(s => s.Id).FirstOrDefault();

    /// <summary>The tier at the end of the day; null for a member who never had another one than now.</summary>
    public string? TierOn(DateOnly day)
    {
        var ordered = steps.OrderBy(s => s.On).ThenBy(s => s.At).ThenBy(s => s.Id).ToList();
        return ordered.LastOrDefault(s => s.On <= day)?.To ?? ordered.FirstOrDefault()?.From;
    }

    /// <param name="sinceReset">Only what was done since the last promotion, where one starts the metrics from nothing.</param>
    public TierMetrics Within(in QualificationTerm term, bool sinceReset)
    {
        var days = term.Days;
        var counted = totals.Where(t => days.Contains(t.Day)).ToList();
        var epoch = sinceReset ? counted.Max(t => t.Epoch) : null;
        return Sum(counted.Where(t => epoch is null || t.Epoch is null || t.Epoch == epoch).Select(t => t.Metrics));
    }

    private bool IsWithdrawn(TierChange grant) =>
        grant.SourceId is { } source
        && (withdrawn.Contains(source) || steps.Exists(s => s.Reason == TierChangeReason.Withdrawn && s.SourceId == source));

    private static TierMetrics Sum(IEnumerable<TierMetrics> metrics) =>
        metrics.Aggregate(default(TierMetrics), (sum, m) => sum.Plus(m));
}

/// <summary>What a member bought and took part in on one day, refunds taken off.</summary>
/// <param name="Epoch">The member's epoch that it counted in; null where it came late.</param>
internal readonly record struct DayTotal(DateOnly Day, int? Epoch, TierMetrics Metrics);
