using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Orders;

/// <summary>What orders and their steps are called on pages.</summary>
internal static class OrderWords
{
    private static readonly string[] Known = ["card", "mobile", "identity"];

    private static readonly (string Way, string Text)[] Ways =
        [(CodeWays.Checked, "redemption.note.checked"), (CodeWays.Disclosed, "redemption.note.disclosed")];

    /// <summary>How a member may have been known where he shows no code.</summary>
    public static IReadOnlyList<Choice> Checks(this ITexts texts) =>
        [.. Known.Select(w => texts["redemption.orders.check." + w]).Select(text => new Choice(text, text))];

    public static string Of(this ITexts texts, RewardOrderState state) => texts["redemption.order-state." + EnumCode.Of(state)];

    /// <summary>The house's own notes in words; what people wrote stays as it is.</summary>
    public static string OfNote(this ITexts texts, string note)
    {
        foreach (var (way, text) in Ways)
            if (note.StartsWith(way, StringComparison.Ordinal)) return texts.Format(text, note[way.Length..]);
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
