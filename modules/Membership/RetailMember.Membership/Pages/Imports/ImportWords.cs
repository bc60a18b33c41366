using RetailMember.Membership.Imports;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Pages.Members;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Imports;

/// <summary>What imports, their kinds and states are called on pages.</summary>
internal static class ImportWords
{
    public static string Of(this ITexts texts, ImportKind kind) => texts["membership.imports.kind." + EnumCode.Of(kind)];

    public static string Of(this ITexts texts, ImportState state) => texts["state." + state];

    /// <summary>The column of a fault; what is none of the file's columns stays as it is.</summary>
    public static string OfColumn(this ITexts texts, string column) =>
        texts.Has("import.column." + column) ? texts["import.column." + column] : column;

    public static IReadOnlyList<Choice> KindChoices(ITexts texts) =>
        [.. Enum.GetValues<ImportKind>().Reverse().Select(k => new Choice(EnumCode.Of(k), texts.Of(k)))];

    public static IReadOnlyList<Choice> StateChoices(ITexts texts) =>
        [.. Enum.GetValues<ImportState>().Select(s => new Choice(EnumCode.Of(s), texts.Of(s)))];

    public static IReadOnlyList<Choice> ColumnChoices(ITexts texts, ImportKind kind) =>
        [.. ImportColumn.Of(kind).Select(c => new Choice(c.Name, texts[c.TextKey] + (c.Required ? " *" : "")))];

    /// <summary>As people know them; what a browser's standard calls an encoding says little to them.</summary>
    public static string EncodingName(string name) => name.ToUpperInvariant() switch
    {
        "GB18030" => "GBK / GB18030",
        "UTF-16BE" => "UTF-16 (BE)",
        var other => other,
    };

    public static Tone Tone(this ImportState state) => state switch
    {
        ImportState.Done => RetailMember.Pages.Display.Tone.Success,
        ImportState.Failed => RetailMember.Pages.Display.Tone.Danger,
        ImportState.Cancelling or ImportState.Paused or ImportState.Checked or ImportState.Interrupted =>
            RetailMember.Pages.Display.Tone.Warning,
        ImportState.Cancelled => RetailMember.Pages.Display.Tone.Neutral,
        _ => RetailMember.Pages.Display.Tone.Info,
    };
}
