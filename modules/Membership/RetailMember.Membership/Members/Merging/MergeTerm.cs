using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;

namespace RetailMember.Membership.Members.Merging;

/// <summary>
/// What of the duplicate counts in the survivor's running period: all of its days; where a promotion starts the metrics
/// from nothing, only what the duplicate's own last promotion had not used up.
/// </summary>
/// <param name="From">First day of the survivor's period.</param>
/// <param name="OnlyEpoch">The duplicate's epoch, where others do not count.</param>
internal readonly record struct MergeTerm(DateOnly From, int? OnlyEpoch)
{
    public static MergeTerm Of(MergeBefore before, bool resets) =>
        new(before.Survivor.PeriodStart, resets ? before.Duplicate.MetricsEpoch : null);

    public bool Counts(DateOnly day, int? epoch) => day >= From && (OnlyEpoch is null || epoch == OnlyEpoch);

    public TierMetrics Sum(IEnumerable<DayTotal> totals)
    {
        var sum = default(TierMetrics);
        foreach (var total in totals)
            if (Counts(total.Day, total.Epoch)) sum = sum.Plus(total.Metrics);
        return sum;
    }
}
