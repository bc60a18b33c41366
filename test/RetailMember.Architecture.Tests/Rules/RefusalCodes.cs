using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Validators;
using RetailMember.Architecture.Tests.Repository;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests.Rules;

/// <summary>Every code that a refusal can carry, read from the code and from the validators themselves.</summary>
public static partial class RefusalCodes
{
    public static IEnumerable<string> In(IEnumerable<SourceFile> code) =>
        code.SelectMany(f => Thrown().Matches(f.Text).Concat(OnField().Matches(f.Text))).Select(m => m.Groups["code"].Value).Distinct();

    /// <summary>The codes of the built-in rules that the use cases' validators use, and of those given with WithErrorCode.</summary>
    public static IEnumerable<string> Of(IEnumerable<UseCaseInfo> useCases) =>
        useCases.Select(u => u.ValidatorType).OfType<Type>().SelectMany(Of).Distinct();

    // A validator of a list's rows or of a nested object hands on to another validator.
    private static IEnumerable<string> Of(Type validator) =>
        from rule in ((IValidator)Activator.CreateInstance(validator, nonPublic: true)!)
            .CreateDescriptor().GetMembersWithValidators().SelectMany(m => m)
        from code in rule.Validator is IChildValidatorAdaptor child
            ? child.ValidatorType.GetConstructor(Type.EmptyTypes) is null ? [] : Of(child.ValidatorType)
            : [CodeOf(rule.Options.ErrorCode ?? rule.Validator.Name)]
        select code;

    public static IReadOnlyList<string> WithoutText(IEnumerable<string> codes, IReadOnlyDictionary<string, string> texts) =>
        [.. codes.Where(c => !texts.ContainsKey("refusal." + c)).Select(c => $"refusal.{c} has no text")];

    private static string CodeOf(string code) =>
        code.EndsWith("Validator", StringComparison.Ordinal)
            ? "field" + string.Concat(code[..^"Validator".Length].Select(c => char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{c}"))
                .Insert(0, ".").Replace(".-", ".", StringComparison.Ordinal)
            : code;

    [GeneratedRegex("new Refusal\\(\\s*\"(?<code>[a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Thrown();

    [GeneratedRegex(
        "(Refusal\\.Invalid|new FieldFault|new)\\([^()\"]*(\"[^\"]*\"|[\\w.]+),\\s*\"(?<code>field\\.[a-z0-9.-]+)\"",
        RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OnField();
}
