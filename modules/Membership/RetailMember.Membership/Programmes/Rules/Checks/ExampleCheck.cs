namespace RetailMember.Membership.Programmes;

/// <summary>
/// Examples must be well formed to be run; whether they come out right is for <see cref="ExampleRunner"/>.
/// </summary>
internal static class ExampleCheck
{
    private const long Most = 1_000_000_000_000_000;

    public static void Look(ProgrammeDocument document, FaultList faults)
    {
        var tiers = document.TierSet.Tiers.Select(tier => tier.Code).ToHashSet();
        faults.Size(document.Examples.Count, "$.examples");
        for (var i = 0; i < document.Examples.Count; i++)
            Look(document.Examples[i], tiers, $"$.examples[{i}]", faults);
    }

    private static void Look(WorkedExample example, HashSet<string> tiers, string path, FaultList faults)
    {
        faults.Unless(!string.IsNullOrWhiteSpace(example.Name), "name", path + ".name");
        var given = example.Given;
        faults.Unless(given.At.Kind == DateTimeKind.Unspecified, "local-time", path + ".given.at", given.At);
        faults.Range(given.At.Year, 1900, 2999, path + ".given.at");
        faults.Unless(ReceiptGuard.IsSound(given.ToReceipt()), "out-of-range", path + ".given.basket");
        Sane(given.Member, path + ".given.member", faults);
        Known(given.Member.Tier, path + ".given.member.tier");
        Known(example.Expect.TierAfter, path + ".expect.tierAfter");
        faults.Unless(example.Expect != new ExampleExpectation(), "expects-nothing", path + ".expect");

        void Known(string? tier, string at) =>
            faults.Unless(tier is null || tiers.Contains(tier), "unknown-tier", at, tier);
    }

    private static void Sane(ExampleMember member, string path, FaultList faults)
    {
        faults.Range(member.PointsBalance, -Most, Most, path + ".pointsBalance");
        foreach (var metric in Enum.GetValues<TierMetric>())
            faults.Range(member.Metrics[metric], -Most, Most, path + ".metrics");
    }
}
