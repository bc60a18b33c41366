using System.Text.Json;
using RetailMember.Pages.Forms;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Shared;

/// <summary>What lists of values are called on pages.</summary>
internal static class Words
{
    /// <summary>As addresses and forms write it.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The values of an enum to choose from, each with its text.</summary>
    /// <param name="texts">Of the request.</param>
    /// <param name="family">Beginning of the texts' keys, with its dot.</param>
    public static IReadOnlyList<Choice> Choices<T>(this ITexts texts, string family)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(Code).Select(code => new Choice(code, texts[family + code]))];

    /// <summary>The house's own hands in words; people's names stay as they are.</summary>
    public static string OfOperator(this ITexts texts, string name) =>
        texts.Has("redemption.operator." + name) ? texts["redemption.operator." + name] : name;

    public static string In(this ITexts texts, LocalName name) => name.In(texts.Language);

    /// <summary>Names as people type them, between commas of any kind.</summary>
    public static IReadOnlyList<string> Split(string? names) =>
        names?.Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
