using FluentValidation;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Brands;

/// <summary>What codes, names and time zones look like.</summary>
internal static class BrandRules
{
    private const int ShortCode = 32;

    public static void BrandCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Matches(@"\A[a-z][a-z0-9-]*\z").WithErrorCode("field.code").MaximumLength(ShortCode);

    /// <summary>Letters of any script: cash registers name their shops as they like.</summary>
    public static void StoreCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Matches(@"\A[\p{L}\p{N}][\p{L}\p{N} ._-]*\z").WithErrorCode("field.code")
            .MaximumLength(PlatformDb.CodeLength);

    public static void DisplayName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(PlatformDb.NameLength)
            .Must(name => !name.Any(char.IsControl)).WithErrorCode("field.malformed");

    public static void TimeZone<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(zone => zone.Length <= PlatformDb.CodeLength && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            .WithErrorCode("field.time-zone");
}
