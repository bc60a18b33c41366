namespace RetailMember.Membership.Programmes;

internal static class TierSetCheck
{
    private const string Path = "$.tierSet";
    private const long MostThreshold = 1_000_000_000_000;

    public static void Look(TierSet set, FaultList faults)
    {
        faults.Unless(set.Tiers.Count > 0, "no-tier", $"{Path}.tiers");
        faults.Codes([.. set.Tiers.Select(tier => tier.Code)], $"{Path}.tiers");
        Unique(set, faults);
        for (var i = 0; i < set.Tiers.Count; i++)
            Look(set.Tiers[i], $"{Path}.tiers[{i}]", faults);
        Ladder(set, faults);
        Ends(set, faults);
    }

    private static void Look(Tier tier, string path, FaultList faults)
    {
        faults.Name(tier.Name, path + ".name");
        faults.Range(tier.Rank, 0, 1_000, path + ".rank");
        faults.PayRate(tier.PayRate, path + ".payRate");
        faults.Rate(tier.PointsCoefficient, FaultList.MostFactor, path + ".pointsCoefficient");
        if (tier.Qualification is not { } qualification)
            return;
        var goals = qualification.Goals;
        faults.Unless(goals.Count > 0, "no-goal", path + ".qualification.goals");
        faults.Unless(
            goals.Select(goal => goal.Metric).Distinct().Count() == goals.Count,
            "duplicate-metric",
            path + ".qualification.goals");
        for (var i = 0; i < goals.Count; i++)
            faults.Range(goals[i].Threshold, 0, MostThreshold, $"{path}.qualification.goals[{i}].threshold");
    }

    private static void Unique(TierSet set, FaultList faults)
    {
        var ranks = new HashSet<int>();
        for (var i = 0; i < set.Tiers.Count; i++)
            faults.Unless(ranks.Add(set.Tiers[i].Rank), "duplicate-rank", $"{Path}.tiers[{i}].rank", set.Tiers[i].Rank);
    }

    // A metric must ask more of each higher tier, or the tier between could never be held.
    private static void Ladder(TierSet set, FaultList faults)
    {
        var reached = new Dictionary<TierMetric, long>();
        var lowest = true;
        foreach (var (tier, i) in set.Tiers.Select((tier, i) => (tier, i)).OrderBy(at => at.tier.Rank))
        {
            var path = $"{Path}.tiers[{i}].qualification";
            faults.Unless(!lowest || tier.Qualification is null, "lowest-tier-qualifies", path);
            lowest = false;
            var goals = tier.Qualification?.Goals ?? [];
            for (var g = 0; g < goals.Count; g++)
            {
                var (metric, needed) = (goals[g].Metric, goals[g].Needed);
                if (reached.TryGetValue(metric, out var below) && needed <= below)
                    faults.Add("threshold-not-rising", $"{path}.goals[{g}].threshold", needed);
                reached[metric] = needed;
            }
        }
    }

    private static void Ends(TierSet set, FaultList faults)
    {
        faults.Range(set.WarnDaysBeforePeriodEnd, 0, 365, $"{Path}.warnDaysBeforePeriodEnd");
        faults.Unless(
            set.Period != QualificationPeriod.Lifetime || set.Downgrade == DowngradePolicy.None,
            "downgrade-without-period",
            $"{Path}.downgrade",
            set.Downgrade);
        faults.Unless(
            !set.GrantedTiersEnd || set.Downgrade != DowngradePolicy.None,
            "granted-tiers-end-without-downgrade",
            $"{Path}.grantedTiersEnd");
    }
}
