using System.Text.Json;
using FluentValidation.Results;

namespace RetailMember.UseCases;

/// <summary>Turns a validator's finding into a field fault with a stable code.</summary>
public static class ValidationFaults
{
    private const string Suffix = "Validator";

    public static FieldFault Of(ValidationFailure failure)
    {
        var field = string.Join('.', failure.PropertyName.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
        var facts = failure.FormattedMessagePlaceholderValues?
            .Where(p => p.Key is "MaxLength" or "MinLength" or "ComparisonValue" or "From" or "To")
            .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Key), (object?)p.Value))
            .ToArray();
        return new FieldFault(field, CodeOf(failure.ErrorCode), facts ?? []);
    }

    /// <summary><c>NotEmptyValidator</c> becomes <c>field.not-empty</c>; a code given with WithErrorCode stays.</summary>
    private static string CodeOf(string code) =>
        code.EndsWith(Suffix, StringComparison.Ordinal) ? "field." + UseCaseInfo.Kebab(code[..^Suffix.Length]) : code;
}
