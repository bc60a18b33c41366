using System.Text.Json.Serialization;
using FluentValidation;

namespace RetailMember.Redemption;

/// <summary>What head office calls a thing, in each language of the product.</summary>
internal sealed record LocalName(
    [property: JsonPropertyName("zh-Hans")] string ZhHans,
    [property: JsonPropertyName("en")] string En)
{
    public string In(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ZhHans : En;
}

internal sealed class LocalNameRules : AbstractValidator<LocalName>
{
    public LocalNameRules()
    {
        RuleFor(n => n.ZhHans).NotEmpty().MaximumLength(64);
        RuleFor(n => n.En).NotEmpty().MaximumLength(64);
    }
}
