using RetailMember.Membership.Programmes.Replay;
using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Replays;

/// <summary>The columns of an exported list of who gains and who loses.</summary>
internal static class ReplayColumns
{
    public static IReadOnlyList<ExportColumn<FindReplayedMembers.Row>> In(ITexts texts, ReplayModel replay) =>
    [
        new(texts["membership.replays.member-no"], m => m.MemberNo),
        new(texts["membership.replays.receipts"], m => m.Receipts),
        new(texts["membership.replays.points-was"], m => m.Points),
        new(texts["membership.replays.points-now"], m => m.ReplayedPoints),
        new(texts["membership.replays.change"], m => m.PointsChange),
        new(texts["membership.replays.discount-was"], m => m.Discount),
        new(texts["membership.replays.discount-now"], m => m.ReplayedDiscount),
        new(texts["membership.replays.value-change"], m => m.ValueChange),
        new(texts["membership.replays.tier-was"], m => replay.NameOf(m.TierCode)),
        new(texts["membership.replays.tier-now"], m => replay.NameOf(m.ReplayedTierCode)),
    ];
}
