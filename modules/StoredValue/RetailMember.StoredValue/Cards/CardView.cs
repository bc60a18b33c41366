using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Cards;

/// <summary>A card as staff and its holder see it.</summary>
/// <param name="Card">Its key.</param>
/// <param name="CardType">Code of its type.</param>
/// <param name="CardTypeName">What people call the type.</param>
/// <param name="MemberNo">Its holder; left out: whoever carries it.</param>
/// <param name="Available">Yuan that can be spent.</param>
/// <param name="Frozen">Yuan that holds keep.</param>
/// <param name="ExpiresOn">Last day of what expires first; left out: nothing on it does.</param>
internal sealed record CardView(
    Guid Card, string MaskedNumber, string CardType, LocalName CardTypeName, CardState State, BlockReason? BlockedFor,
    string? MemberNo, DateOnly? IssuedOn, PocketsView Available, PocketsView Frozen, DateOnly? ExpiresOn)
{
    public static CardView Of(Card card, KnownCardType type, string? memberNo, DateOnly? expiresOn) => new(
        card.Id, CardNumbers.Mask(card.Number), type.Code, type.Terms.Name, card.State, card.BlockedFor, memberNo,
        card.IssuedOn, PocketsView.Of(card.Available), PocketsView.Of(card.Frozen), expiresOn);
}
