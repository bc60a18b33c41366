using System.Text;

namespace RetailMember.Membership.Programmes;

/// <summary>
/// Programmes to start from. Each is an ordinary document whose examples pass; head office changes what it likes.
/// </summary>
internal static class ProgrammeTemplates
{
    private static readonly Lazy<ProgrammeDocument> LazyFourTiers = new(() => Load("four-tiers"));
    private static readonly Lazy<ProgrammeDocument> LazyThreeCards = new(() => Load("three-cards"));

    /// <summary>The four tiers of CORE-17 by lifetime spend, with points that last a year.</summary>
    public static ProgrammeDocument FourTiers => LazyFourTiers.Value;

    /// <summary>The silver, gold and diamond cards of CORE-51; the two upper ones are granted.</summary>
    public static ProgrammeDocument ThreeCards => LazyThreeCards.Value;

    private static ProgrammeDocument Load(string name)
    {
        var assembly = typeof(ProgrammeTemplates).Assembly;
        using var stream = assembly.GetManifestResourceStream($"programme-templates/{name}.json")
            ?? throw new InvalidOperationException($"The programme template {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return ProgrammeJson.Read(reader.ReadToEnd());
    }
}
