using RetailMember.Membership.Members;
using RetailMember.Membership.Pages.Programmes.Reading;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Programmes.Replays;

/// <summary>The replays of a version, and the form for another one.</summary>
/// <param name="From">What the form suggests.</param>
internal sealed record ReplayListModel(
    VersionModel Version, IReadOnlyList<ReplayView> Replays, DateOnly From, DateOnly To, FormFaults Faults);

/// <summary>One replay with what it found.</summary>
/// <param name="Gainers">Who gains most; null for who may not see members.</param>
internal sealed record ReplayModel(
    ReadReplay.Result Found,
    IReadOnlyList<FindReplayedMembers.Row>? Gainers,
    IReadOnlyList<FindReplayedMembers.Row>? Losers,
    bool MayEdit,
    FormFaults Faults)
{
    public ReplayView Replay => Found.Summary;

    /// <summary>Tiers that anybody holds, either way; lowest first.</summary>
    public IReadOnlyList<TierName> Tiers { get; } =
        [.. (Found.Ladder ?? []).Where(t => (Found.Moves ?? []).Any(m => m.Tier == t || m.ReplayedTier == t))];

    public string NameOf(string tier) => Found.Ladder?.FirstOrDefault(t => t.Code == tier)?.Name ?? tier;
}
