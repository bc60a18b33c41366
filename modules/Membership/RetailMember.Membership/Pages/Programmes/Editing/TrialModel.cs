using RetailMember.Membership.Pages.Programmes.Reading;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>What came out of a trial, or what kept it from being run.</summary>
internal sealed record TrialModel(
    IReadOnlyList<string> Faults, IReadOnlyList<ExampleLine> Lines, IReadOnlyList<string> Why)
{
    public static TrialModel Refused(IEnumerable<string> faults) => new([.. faults], [], []);
}
