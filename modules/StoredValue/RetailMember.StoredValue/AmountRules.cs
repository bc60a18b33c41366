using FluentValidation;
using RetailMember.Values;

namespace RetailMember.StoredValue;

/// <summary>What amounts are taken from outside.</summary>
internal static class AmountRules
{
    public const string NotPositive = "storedvalue.amount-not-positive";
    public const string Negative = "storedvalue.amount-negative";

    /// <summary>Above zero.</summary>
    public static IRuleBuilderOptions<T, Money> IsAmount<T>(this IRuleBuilder<T, Money> rule) =>
        rule.Must(m => m.Fen is > 0 and <= Money.LargestAcceptedFen).WithErrorCode(NotPositive);

    public static IRuleBuilderOptions<T, Money> IsNotNegative<T>(this IRuleBuilder<T, Money> rule) =>
        rule.Must(m => m.Fen is >= 0 and <= Money.LargestAcceptedFen).WithErrorCode(Negative);
}
