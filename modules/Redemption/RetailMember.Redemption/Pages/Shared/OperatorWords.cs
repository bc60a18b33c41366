using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Shared;

/// <summary>Who did a thing.</summary>
internal static class OperatorWords
{
    /// <summary>The house's own hands in words; people's names stay as they are.</summary>
    public static string OfOperator(this ITexts texts, string name) =>
        texts.Has("redemption.operator." + name) ? texts["redemption.operator." + name] : name;
}
