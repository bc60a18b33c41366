using System.Text;

namespace RetailMember.Membership.Programmes;

/// <summary>
/// Programmes to start from. Each is an ordinary document whose examples pass; head office changes what it likes.
/// </summary>
internal static class ProgrammeTemplates
{
    private static readonly Dictionary<string, Lazy<ProgrammeDocument>> ByCode =
        new[] { "four-tiers", "three-cards", "year-cards", "tier-coefficient", "points-as-money" }
            .ToDictionary(code => code, code => new Lazy<ProgrammeDocument>(() => Load(code)));

    public static IReadOnlyCollection<string> Codes => ByCode.Keys;

    /// <summary>The four tiers of CORE-17 by lifetime spend, points of one year at a fixed ratio.</summary>
    public static ProgrammeDocument FourTiers => ByCode["four-tiers"].Value;

    /// <summary>The silver, gold and diamond cards of CORE-51; the two upper ones are granted.</summary>
    public static ProgrammeDocument ThreeCards => ByCode["three-cards"].Value;

    /// <summary>Gold and diamond cards that are granted and last until the end of the year; points never lapse.</summary>
    public static ProgrammeDocument YearCards => ByCode["year-cards"].Value;

    /// <summary>The four tiers where points grow faster, the higher the tier.</summary>
    public static ProgrammeDocument TierCoefficient => ByCode["tier-coefficient"].Value;

    /// <summary>The four tiers by points ever earned, which spending them does not undo.</summary>
    public static ProgrammeDocument PointsAsMoney => ByCode["points-as-money"].Value;

    public static ProgrammeDocument? Find(string code) =>
        ByCode.TryGetValue(code, out var template) ? template.Value : null;

    private static ProgrammeDocument Load(string code)
    {
        var assembly = typeof(ProgrammeTemplates).Assembly;
        using var stream = assembly.GetManifestResourceStream($"programme-templates/{code}.json")
            ?? throw new InvalidOperationException($"The programme template {code} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return ProgrammeJson.Read(reader.ReadToEnd());
    }
}
