using RetailMember.Groups.Groups;
using RetailMember.Groups.Kinds;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Groups.Pages;

internal sealed record GroupListModel(
    PageOf<FindGroups.Row> Found, IReadOnlyList<KindView> Kinds, bool MayManage, bool MayEditKinds);

/// <summary>A group to be formed.</summary>
/// <param name="Kind">The one that the address names; null until it is chosen.</param>
internal sealed record GroupFormModel(IReadOnlyList<KindView> Kinds, KindView? Kind, FormFaults Faults);

internal sealed record GroupModel(ReadGroup.Result Read, bool MayManage, FormFaults Faults);

internal sealed record KindListModel(IReadOnlyList<KindView> Kinds, bool MayEdit);

internal sealed record KindFormModel(KindView? Kind, FormFaults Faults);

/// <summary>Words and addresses of this module's pages.</summary>
internal static class GroupWords
{
    public static string To(this PageContext page, string path) =>
        PageAddress.Of(page.Request.Http.Request.RouteValues["brand"] as string, "groups/" + path);

    public static string ToMember(this PageContext page, string memberNo) => PageAddress.Of(
        page.Request.Http.Request.RouteValues["brand"] as string, "membership/members/" + Uri.EscapeDataString(memberNo));

    public static IReadOnlyList<Choice> Choices(this ITexts texts, IEnumerable<KindView> kinds) =>
        [.. kinds.Select(k => new Choice(k.Kind, texts.In(k.Terms.Name)))];

    /// <summary>Whose points pay, and whose card earns where that is not the buyer's.</summary>
    public static string Sharing(this ITexts texts, KindTerms terms) => terms.Earning == EarningUse.Own
        ? texts["groups.pool." + EnumCode.Of(terms.Pool)]
        : $"{texts["groups.earning." + EnumCode.Of(terms.Earning)]} · {texts["groups.pool." + EnumCode.Of(terms.Pool)]}";

    /// <summary>A company's own name, or a household by its main card.</summary>
    public static string Title(this ITexts texts, LocalName kind, string? name, string? holderNo) =>
        name ?? texts.Format("groups.of-holder", texts.In(kind), holderNo ?? "");
}
