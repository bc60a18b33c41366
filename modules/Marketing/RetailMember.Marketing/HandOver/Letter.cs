using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;

namespace RetailMember.Marketing.HandOver;

/// <summary>A message that was decided to go, with what its gateway is told. Lives in memory alone.</summary>
internal sealed record Letter(Message Message, GatewayLetter Content)
{
    public static GatewayLetter Of(
        Message message, string address, TemplateTerms terms, IReadOnlyDictionary<string, string> values) =>
        new(address, values, TemplateText.Fill(terms.Body, values)) { Key = message.Id.ToString("N") };
}

/// <summary>What a gateway said of some of an order's messages.</summary>
internal sealed record LetterAnswer(IReadOnlyList<Letter> Letters, GatewayAnswer Answer);
