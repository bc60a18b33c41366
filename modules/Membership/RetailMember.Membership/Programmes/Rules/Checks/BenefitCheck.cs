namespace RetailMember.Membership.Programmes;

internal static class BenefitCheck
{
    public static void Look(ProgrammeDocument document, FaultList faults)
    {
        var tiers = document.TierSet.Tiers.Select(tier => tier.Code).ToHashSet();
        faults.Codes([.. document.Multipliers.Select(multiplier => multiplier.Code)], "$.multipliers");
        for (var i = 0; i < document.Multipliers.Count; i++)
        {
            var path = $"$.multipliers[{i}]";
            faults.Name(document.Multipliers[i].Name, path + ".name");
            faults.Rate(document.Multipliers[i].Factor, FaultList.MostFactor, path + ".factor");
            Look(document.Multipliers[i].When, tiers, path + ".when", faults);
        }
        faults.Codes([.. document.PriceBenefits.Select(benefit => benefit.Code)], "$.priceBenefits");
        for (var i = 0; i < document.PriceBenefits.Count; i++)
        {
            var path = $"$.priceBenefits[{i}]";
            faults.Name(document.PriceBenefits[i].Name, path + ".name");
            faults.PayRate(document.PriceBenefits[i].PayRate, path + ".payRate");
            Look(document.PriceBenefits[i].When, tiers, path + ".when", faults);
        }
    }

    private static void Look(Condition when, HashSet<string> tiers, string path, FaultList faults)
    {
        if (when.DayOfMonth is { } day)
            faults.Range(day, 1, 31, path + ".dayOfMonth");
        faults.Unless(
            when.Weekdays.Distinct().Count() == when.Weekdays.Count, "duplicate-reference", path + ".weekdays");
        faults.Unless(
            when.From is null || when.Until is null || when.From <= when.Until, "window", path + ".until", when.Until);
        faults.References(when.Stores, path + ".stores");
        faults.References(when.Tiers, path + ".tiers");
        for (var i = 0; i < when.Tiers.Count; i++)
            faults.Unless(tiers.Contains(when.Tiers[i]), "unknown-tier", $"{path}.tiers[{i}]", when.Tiers[i]);
    }
}
