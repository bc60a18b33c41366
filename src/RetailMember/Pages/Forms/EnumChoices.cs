using RetailMember.Texts;

namespace RetailMember.Pages.Forms;

/// <summary>Enums as what people choose from.</summary>
public static class EnumChoices
{
    /// <summary>Every value with its text.</summary>
    /// <param name="texts">Of the request.</param>
    /// <param name="family">Beginning of the texts' keys, with its dot.</param>
    public static IReadOnlyList<Choice> Choices<T>(this ITexts texts, string family)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(EnumCode.Of).Select(code => new Choice(code, texts[family + code]))];
}
