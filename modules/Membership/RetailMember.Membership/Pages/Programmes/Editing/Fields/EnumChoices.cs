using RetailMember.Membership.Pages.Members;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Editing.Fields;

/// <summary>The values of an enum to choose from, each with its text.</summary>
internal static class EnumChoices
{
    /// <param name="family">Beginning of the texts' keys, with its dot.</param>
    public static IReadOnlyList<Choice> Of<T>(ITexts texts, string family)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(MemberWords.Code).Select(code => new Choice(code, texts[family + code]))];
}
