using System.Text.RegularExpressions;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>Which form puts the place right that a fault's path names.</summary>
internal static partial class PartAddress
{
    private static readonly (string Path, string Part)[] Lists =
    [
        ("$.tierSet.tiers", "tiers"),
        ("$.earningRules", "earning-rules"),
        ("$.multipliers", "multipliers"),
        ("$.priceBenefits", "price-benefits"),
        ("$.memberFields", "member-fields"),
        ("$.examples", "examples"),
    ];

    private static readonly (string Path, string Part)[] Singles =
    [
        ("$.tierSet.", "tier-policy"),
        ("$.balanceBands", "balance-bands"),
        ("$.enrolment", "enrolment"),
        ("$.transfers", "transfers"),
        ("$.expiry", "points-policy"),
        ("$.pendingDays", "points-policy"),
        ("$.graceDays", "points-policy"),
        ("$.pointsPerYuan", "points-policy"),
        ("$.pointsMostPercent", "points-policy"),
    ];

    /// <summary>Below the version's address; null where no form leads there.</summary>
    public static string? Of(string path)
    {
        foreach (var (list, part) in Lists)
            if (path.StartsWith(list, StringComparison.Ordinal))
                return Index().Match(path[list.Length..]) is { Success: true } at ? $"{part}/{at.Groups["index"].Value}" : part + "/new";
        return Singles.FirstOrDefault(s => path.StartsWith(s.Path, StringComparison.Ordinal)).Part;
    }

    [GeneratedRegex(@"^\[(?<index>\d+)\]", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Index();
}
