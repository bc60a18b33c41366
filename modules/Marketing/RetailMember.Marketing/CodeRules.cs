using FluentValidation;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing;

/// <summary>How codes that people choose look in this module.</summary>
internal static class CodeRules
{
    /// <summary>Letters, digits, dots, hyphens and underscores.</summary>
    public static IRuleBuilderOptions<T, string?> IsMarketingCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(MarketingDb.CodeLength).Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code");

    /// <summary>As <see cref="IsMarketingCode"/>, of what has its page beside the form of a new one; addresses know no case.</summary>
    public static IRuleBuilderOptions<T, string?> IsCodeOfPage<T>(this IRuleBuilder<T, string?> rule) =>
        rule.IsMarketingCode().NotEqual("new", StringComparer.OrdinalIgnoreCase).WithErrorCode("field.code");
}
