using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Orders;

/// <summary>What orders and their steps are called on pages.</summary>
internal static class OrderWords
{
    private const string Checked = "checked: ";
    private static readonly string[] Ways = ["card", "mobile", "identity"];

    /// <summary>How a member may have been known where he shows no code.</summary>
    public static IReadOnlyList<Choice> Checks(this ITexts texts) =>
        [.. Ways.Select(w => texts["redemption.orders.check." + w]).Select(text => new Choice(text, text))];

    public static string Of(this ITexts texts, RewardOrderState state) => texts["redemption.order-state." + EnumCode.Of(state)];

    /// <summary>The house's own notes in words; what people wrote stays as it is.</summary>
    public static string OfNote(this ITexts texts, string note)
    {
        if (note.StartsWith(Checked, StringComparison.Ordinal)) return texts.Format("redemption.note.checked", note[Checked.Length..]);
        return texts.Has("redemption.note." + note) ? texts["redemption.note." + note] : note;
    }

    public static Tone Tone(this RewardOrderState state) => state switch
    {
        RewardOrderState.Reserved => RetailMember.Pages.Display.Tone.Warning,
        RewardOrderState.Ready => RetailMember.Pages.Display.Tone.Info,
        RewardOrderState.Collected => RetailMember.Pages.Display.Tone.Success,
        RewardOrderState.Returned => RetailMember.Pages.Display.Tone.Danger,
        _ => RetailMember.Pages.Display.Tone.Neutral,
    };
}
