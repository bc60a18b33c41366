using RetailMember.Portal.Consents;
using RetailMember.Texts;

namespace RetailMember.Portal.Pages;

/// <summary>What purposes are called on pages.</summary>
internal static class ConsentWords
{
    public static string Of(this ITexts texts, ConsentPurpose purpose) => texts["portal.consent." + EnumCode.Of(purpose)];

    /// <summary>Null where he did not opt out of messages.</summary>
    public static string? Of(this ITexts texts, FindConsents.OptOutWay? way) =>
        way is { } known ? texts["portal.consent.left-by." + EnumCode.Of(known)] : null;
}
