using RetailMember.Membership.Data;
using RetailMember.Membership.Pages.Programmes.Versions;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Programmes.Replay;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>One version as its pages show it.</summary>
/// <param name="InForce">The number of the version in force, if there is one.</param>
/// <param name="Tab">The part of it that is open.</param>
/// <param name="LatestReplay">The latest that is done; asked for only where the version may be activated.</param>
internal sealed record VersionModel(
    ReadProgrammeVersion.Result Version,
    VersionWindow Window,
    ProgrammeDocument Document,
    ProgrammeReview Review,
    ProgrammeWords Words,
    int? InForce,
    string Tab,
    bool MayEdit,
    bool MayActivate,
    ReplayView? LatestReplay)
{
    public int Number => Version.Version;

    public bool IsDraft => Version.Status == ProgrammeStatus.Draft;

    public bool Editable => IsDraft && MayEdit;

    public int FailedExamples => Review.Examples.Count(e => !e.Passed);
}

/// <summary>What a version changes against another one.</summary>
/// <param name="Against">The differences value by value; null where there is no other version.</param>
/// <param name="InWords">The same sentence by sentence.</param>
internal sealed record ComparisonModel(
    VersionModel Version,
    CompareVersions.Result? Against,
    IReadOnlyList<SentenceDifference> InWords,
    IReadOnlyList<int> Others);
