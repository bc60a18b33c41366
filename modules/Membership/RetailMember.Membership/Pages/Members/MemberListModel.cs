using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Pages.Forms;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Members;

/// <summary>What the list of members shows.</summary>
/// <param name="Stores">Names of stores by code.</param>
/// <param name="Tags">None where whoever looks may not see tags.</param>
internal sealed record MemberListModel(
    PageOf<FindMembers.Row> Found,
    ReadTerms.Result Terms,
    IReadOnlyDictionary<string, string> Stores,
    bool IsFiltered,
    bool MayEnrol,
    IReadOnlyList<TagChoice> Tags)
{
    public IReadOnlyList<Choice> TierChoices => [.. Terms.Ladder.Select(t => new Choice(t.Code, t.Name))];

    public IReadOnlyList<Choice> TagChoices => [.. Tags.Select(t => new Choice(t.Code, t.Name))];

    public IReadOnlyList<Choice> StoreChoices => [.. Stores.Select(s => new Choice(s.Key, s.Value))];

    public static IReadOnlyList<Choice> StatusChoices(ITexts texts) =>
        [.. Enum.GetValues<MemberStatus>().Select(s => new Choice(EnumCode.Of(s), texts.Of(s)))];
}
