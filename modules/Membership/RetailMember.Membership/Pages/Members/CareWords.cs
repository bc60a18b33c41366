using RetailMember.Membership.Data;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Members;

/// <summary>What kinds of care are called and look like on pages.</summary>
internal static class CareWords
{
    public static string Of(this ITexts texts, CareKind kind) => texts["membership.care-kind." + EnumCode.Of(kind)];

    public static IReadOnlyList<Choice> KindChoices(ITexts texts) =>
        [.. Enum.GetValues<CareKind>().Select(k => new Choice(EnumCode.Of(k), texts.Of(k)))];

    public static string IconName(this CareKind kind) => kind switch
    {
        CareKind.Call => "phone",
        CareKind.Visit => "building-store",
        CareKind.Message => "message",
        CareKind.Complaint => "alert-circle",
        CareKind.Gift => "gift",
        _ => "heart",
    };

    public static Tone Tone(this CareKind kind) => kind switch
    {
        CareKind.Complaint => RetailMember.Pages.Display.Tone.Warning,
        CareKind.Gift => RetailMember.Pages.Display.Tone.Success,
        _ => RetailMember.Pages.Display.Tone.Info,
    };
}
