using FluentValidation;
using RetailMember.Values;

namespace RetailMember.Restaurant;

/// <summary>What amounts are taken from outside.</summary>
internal static class AmountRules
{
    /// <summary>Above zero.</summary>
    public static IRuleBuilderOptions<T, Money> IsAmount<T>(this IRuleBuilder<T, Money> rule) =>
        rule.Must(m => m.Fen is > 0 and <= Money.LargestAcceptedFen).WithErrorCode("amount.not-positive");

    public static IRuleBuilderOptions<T, Money> IsNotNegative<T>(this IRuleBuilder<T, Money> rule) =>
        rule.Must(m => m.Fen is >= 0 and <= Money.LargestAcceptedFen).WithErrorCode("amount.negative");
}
