using System.Text;
using RetailMember.Membership;

namespace RetailMember.Apparel.Programme;

/// <summary>
/// The programme that the module proposes: a card on the first purchase of 128, four diamonds by the points of a card
/// year, a double day of the week, and points that can be exchanged for a while after the year's end.
/// </summary>
internal static class LadderProgramme
{
    public const string Code = "monthly-ladder";

    public static readonly ProgrammeProposal Proposal = new(ApparelModule.ModuleName, Code, Read)
    {
        ShownBy = Demonstration.ApparelDemonstration.BrandCode,
    };

    private static string Read()
    {
        using var stream = typeof(LadderProgramme).Assembly.GetManifestResourceStream($"programme/{Code}.json")
            ?? throw new InvalidOperationException($"The programme {Code} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
