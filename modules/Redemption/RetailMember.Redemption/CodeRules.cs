using FluentValidation;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption;

/// <summary>How codes are written that people give to things: letters, digits, dots, hyphens and underscores.</summary>
internal static class CodeRules
{
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9._-]*$";

    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.MaximumLength(RedemptionDb.CodeLength).Matches(Pattern).WithErrorCode("field.code");
}
