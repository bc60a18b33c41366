using RetailMember.People;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Shared;

/// <summary>What code names, in words.</summary>
internal static class CodeWords
{
    /// <summary>The house's own hands and its jobs in words; people's names stay as they are.</summary>
    public static string OfOperator(this ITexts texts, string name) =>
        texts.Named("redemption.operator." + name, texts.OfHouse(name));

    /// <summary>What people call a condition that a module brings.</summary>
    public static string OfCondition(this ITexts texts, string name) => texts.Named("reward-condition." + name, name);

    /// <summary>What people call a right that a module grants.</summary>
    public static string OfRight(this ITexts texts, string name) => texts.Named("reward-right." + name, name);

    private static string Named(this ITexts texts, string key, string otherwise) => texts.Has(key) ? texts[key] : otherwise;
}
