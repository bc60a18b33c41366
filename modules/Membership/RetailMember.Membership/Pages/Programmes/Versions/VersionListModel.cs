namespace RetailMember.Membership.Pages.Programmes.Versions;

/// <summary>The brand's versions, and what whoever looks may do with them.</summary>
internal sealed record VersionListModel(
    IReadOnlyList<VersionWindow> Versions, TimelineScale Scale, bool MayEdit);

/// <summary>What a new draft can begin from.</summary>
/// <param name="InForce">The number of the version in force.</param>
/// <param name="MayStart">The brand has no programme yet, and whoever looks may give it one at once.</param>
internal sealed record NewDraftModel(int? InForce, IReadOnlyList<string> Templates, bool MayStart);
