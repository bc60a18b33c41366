using System.Text;
using RetailMember.Membership;

namespace RetailMember.Pharmacy.Programme;

/// <summary>
/// The programme that the module proposes: an ordinary, a gold and a diamond card, and a point a yuan that never lapses, but
/// none on prescription and class-A medicines, nor on what medical insurance pays.
/// </summary>
internal static class ClubProgramme
{
    public const string Code = "health-club";

    public static readonly ProgrammeProposal Proposal = new(PharmacyModule.ModuleName, Code, Read)
    {
        ShownBy = Demonstration.PharmacyDemonstration.BrandCode,
    };

    private static string Read()
    {
        using var stream = typeof(ClubProgramme).Assembly.GetManifestResourceStream($"programme/{Code}.json")
            ?? throw new InvalidOperationException($"The programme {Code} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
