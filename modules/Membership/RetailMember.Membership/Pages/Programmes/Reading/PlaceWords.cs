namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>What people call the place of a document that a path such as <c>tierSet.tiers[gold].payRate</c> leads to.</summary>
internal static class PlaceWords
{
    private static readonly (string Path, string Part)[] Parts =
    [
        ("tierSet.tiers", "tiers"),
        ("tierSet", "tier-policy"),
        ("earningRules", "earning-rules"),
        ("multipliers", "multipliers"),
        ("balanceBands", "balance-bands"),
        ("priceBenefits", "price-benefits"),
        ("enrolment", "enrolment"),
        ("memberFields", "member-fields"),
        ("examples", "tab-examples"),
    ];

    public static string Place(this ProgrammeWords words, string path)
    {
        var part = Parts.FirstOrDefault(p => path.StartsWith(p.Path, StringComparison.Ordinal)).Part ?? "points-policy";
        var named = path.Split('[', ']') is [_, var identity, ..] ? identity : null;
        var title = words.Sentence(part);
        return named is null ? title : $"{title} · {(part == "tiers" ? words.Tier(named) : named)}";
    }
}
