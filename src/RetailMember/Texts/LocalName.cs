using System.Text.Json.Serialization;
using FluentValidation;

namespace RetailMember.Texts;

/// <summary>What head office calls a thing that is data, in each language of the product.</summary>
public sealed record LocalName(
    [property: JsonPropertyName("zh-Hans")] string ZhHans,
    [property: JsonPropertyName("en")] string En)
{
    /// <summary>The name in a language, such as <c>zh-Hans</c>.</summary>
    public string In(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ZhHans : En;
}

/// <summary>Both names are needed, of at most 64 characters.</summary>
public sealed class LocalNameRules : AbstractValidator<LocalName>
{
    public LocalNameRules()
    {
        RuleFor(n => n.ZhHans).NotEmpty().MaximumLength(64);
        RuleFor(n => n.En).NotEmpty().MaximumLength(64);
    }
}

/// <summary>A longer text in both languages, such as the content of a page. Plain: no markup means anything in it.</summary>
public sealed class LocalTextRules : AbstractValidator<LocalName>
{
    /// <summary>Characters of each language.</summary>
    public const int Longest = 4_000;

    public LocalTextRules()
    {
        RuleFor(n => n.ZhHans).NotEmpty().MaximumLength(Longest);
        RuleFor(n => n.En).NotEmpty().MaximumLength(Longest);
    }
}
