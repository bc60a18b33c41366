using RetailMember.Membership.Members;
using RetailMember.Pages.Export;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Members;

/// <summary>The columns of an exported list of members: masked, as on the page.</summary>
internal static class MemberColumns
{
    public static IReadOnlyList<ExportColumn<FindMembers.Row>> In(ITexts texts, IReadOnlyDictionary<string, string> stores) =>
    [
        new(texts["membership.members.number"], m => m.MemberNo),
        new(texts["membership.members.name"], m => m.MaskedName),
        new(texts["membership.members.mobile"], m => m.MaskedMobile),
        new(texts["membership.members.tier"], m => m.Tier.Name),
        new(texts["membership.members.status"], m => texts.Of(m.Status)),
        new(texts["membership.members.points"], m => m.Points),
        new(texts["membership.members.spend"], m => m.LifetimeSpend),
        new(texts["membership.members.last-purchase"], m => m.LastPurchaseAt),
        new(texts["membership.members.joined"], m => m.JoinedOn),
        new(texts["membership.members.store"], m => m.StoreCode is null ? null : stores.GetValueOrDefault(m.StoreCode, m.StoreCode)),
    ];
}
