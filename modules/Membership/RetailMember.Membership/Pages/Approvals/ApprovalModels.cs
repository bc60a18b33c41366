using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Points;
using RetailMember.Pages.Forms;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Approvals;

/// <summary>Who has applied and waits.</summary>
/// <param name="Stores">Names of stores by code.</param>
internal sealed record ApplicationsModel(PageOf<FindMembers.Row> Found, IReadOnlyDictionary<string, string> Stores);

/// <summary>Corrections of points, and whether the one who looks may decide on those that wait.</summary>
internal sealed record AdjustmentsModel(PageOf<FindAdjustments.Row> Found, AdjustmentStatus? Status, bool MayApprove)
{
    public static IReadOnlyList<Choice> StatusChoices(ITexts texts) =>
        [.. Enum.GetValues<AdjustmentStatus>().Select(s => new Choice(EnumCode.Of(s), Text(texts, s)))];

    public static string Text(ITexts texts, AdjustmentStatus status) =>
        texts["membership.adjustments.status." + EnumCode.Of(status)];
}
