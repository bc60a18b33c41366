using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Purchases;

/// <summary>What a late receipt has to know of its member: the tiers held on earlier days, and what was bought on them.</summary>
internal sealed class MemberPast(IEnumerable<TierChange> steps, IEnumerable<DayTotal> totals)
{
    private readonly List<TierChange> steps = [.. steps];
    private readonly List<DayTotal> totals = [.. totals];

    public void Add(TierChange step) => steps.Add(step);

    public void Add(DayTotal total) => totals.Add(total);

    /// <summary>The tier at the end of the day; null for a member who never had another one than now.</summary>
    public string? TierOn(DateOnly day)
    {
        var ordered = steps.OrderBy(s => s.On).ThenBy(s => s.At).ThenBy(s => s.Id).ToList();
        return ordered.LastOrDefault(s => s.On <= day)?.To ?? ordered.FirstOrDefault()?.From;
    }

    /// <summary>Somebody decided on the member's tier since: what was bought before does not overrule it.</summary>
    public bool WasDecidedAfter(DateOnly day) => steps.Any(s => s.Reason == TierChangeReason.Grant && s.On > day);

    /// <param name="sinceReset">Only what was bought since the last promotion, where one starts the metrics from nothing.</param>
    public TierMetrics Within(in QualificationTerm term, bool sinceReset)
    {
        var days = term.Days;
        var counted = totals.Where(t => days.Contains(t.Day)).ToList();
        var epoch = sinceReset ? counted.Max(t => t.Epoch) : null;
        return counted.Where(t => epoch is null || t.Epoch is null || t.Epoch == epoch)
            .Aggregate(default(TierMetrics), (sum, t) => sum.Plus(t.Metrics));
    }
}

/// <summary>What a member bought on one day, refunds taken off.</summary>
/// <param name="Epoch">The member's epoch that it counted in; null where it came late.</param>
internal readonly record struct DayTotal(DateOnly Day, int? Epoch, TierMetrics Metrics);
