using RetailMember.Portal.Consents;
using RetailMember.Texts;

namespace RetailMember.Portal.Pages;

/// <summary>What purposes are called on pages.</summary>
internal static class ConsentWords
{
    public static string Of(this ITexts texts, ConsentPurpose purpose) => texts["portal.consent." + EnumCode.Of(purpose)];
}
