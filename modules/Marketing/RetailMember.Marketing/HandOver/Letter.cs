using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.HandOver;

/// <summary>A message that was decided to go, with what its gateway is told. Lives in memory alone.</summary>
internal sealed record Letter(Message Message, GatewayLetter Content);

/// <summary>What a gateway said of some of an order's messages.</summary>
internal sealed record LetterAnswer(IReadOnlyList<Letter> Letters, GatewayAnswer Answer);
