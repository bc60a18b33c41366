using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Templates;

/// <summary>A template as its editor sees it.</summary>
internal sealed record TemplateTerms
{
    /// <summary>For people; the subject of an e-mail.</summary>
    public required string Name { get; init; }

    public TemplateKind Kind { get; init; } = TemplateKind.Marketing;

    public MessageChannel Channel { get; init; }

    /// <summary>What of the product's own messages goes out in these words, such as <c>portal.login</c>; null: none.</summary>
    public string? Purpose { get; init; }

    /// <summary>Who writes.</summary>
    public required string Signature { get; init; }

    /// <summary>The provider's number for these words, such as <c>SMS_123456789</c>; empty where it needs none.</summary>
    public string ProviderCode { get; init; } = "";

    /// <summary>The words, with variables as ${name}, as the provider approved them.</summary>
    public required string Body { get; init; }

    /// <summary>The page that a touch of a message in WeChat opens; empty: none.</summary>
    public string Link { get; init; } = "";

    public IReadOnlyList<TemplateVariable> Variables { get; init; } = [];

    /// <summary>The same words of the same writer, whatever else is said of them.</summary>
    public bool SaysSameAs(TemplateTerms other) =>
        Signature == other.Signature && Body == other.Body && Link == other.Link && Variables.SequenceEqual(other.Variables);
}

/// <param name="Name">As the words name it.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Longest">How many characters the provider takes for it.</param>
/// <param name="SampleValue">For previews and tests.</param>
internal sealed record TemplateVariable(string Name, VariableSource Source, int Longest, string SampleValue);

internal enum VariableSource
{
    /// <summary>Whoever queues the message gives it: a campaign, a journey, the product itself.</summary>
    Given,
    MemberName,
    MemberNo,
    BrandName,
}
