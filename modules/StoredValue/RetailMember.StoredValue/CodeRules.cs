using FluentValidation;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue;

/// <summary>How codes are written that people give to things: letters, digits, dots, hyphens and underscores.</summary>
internal static class CodeRules
{
    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.MaximumLength(StoredValueDb.CodeLength).Matches("^[A-Za-z0-9][A-Za-z0-9._-]*$").WithErrorCode("field.code");
}
