using RetailMember.Pages.Display;
using RetailMember.Texts;

namespace RetailMember.Marketing;

/// <summary>What pages say of messages, also those of other modules.</summary>
public static class MessageTexts
{
    /// <summary>Text keys of <see cref="MessageState"/>.</summary>
    public const string States = "marketing.message-state.";

    /// <summary>Text keys of <see cref="MessageReason"/>.</summary>
    public const string Reasons = "marketing.reason.";

    public static string Of(this ITexts texts, MessageState state) => texts[States + EnumCode.Of(state)];

    public static string? Of(this ITexts texts, MessageReason? reason) =>
        reason is { } known ? texts[Reasons + EnumCode.Of(known)] : null;

    public static Tone Tone(this MessageState state) => state switch
    {
        MessageState.Delivered => Pages.Display.Tone.Success,
        MessageState.Failed => Pages.Display.Tone.Danger,
        MessageState.Unknown => Pages.Display.Tone.Warning,
        MessageState.Accepted or MessageState.HandingOver => Pages.Display.Tone.Info,
        _ => Pages.Display.Tone.Neutral,
    };
}
