using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value;

/// <summary>One line of a card's journal as a slip shows it: what moved, with what was there before and after.</summary>
/// <param name="Slip">Its key.</param>
/// <param name="Card">Its key.</param>
/// <param name="MaskedNumber">Of the card, as it was then.</param>
/// <param name="Moved">Signed: below zero, the card paid.</param>
/// <param name="PocketsBefore">Of a hold that paid: with what it kept.</param>
/// <param name="Released">Yuan that a hold kept and did not need.</param>
internal sealed record CardSlip(
    Guid Slip, Guid Card, string MaskedNumber, CardMoveKind Kind, PocketsView Moved, PocketsView PocketsBefore,
    PocketsView PocketsAfter, Money Released)
{
    public static CardSlip Of(CardMove move, Card card) => Of(move, CardNumbers.Mask(card.Number));

    public static CardSlip Of(CardMove move, string maskedNumber) => new(
        move.Id, move.CardId, maskedNumber, move.Kind, PocketsView.Of(move.Told),
        PocketsView.Of(move.AfterAvailable - move.Told), PocketsView.Of(move.AfterAvailable), new Money(move.Released.TotalFen));
}

/// <summary>Yuan in the two pockets of a card, or moved between them and the world.</summary>
/// <param name="Principal">What was paid for.</param>
/// <param name="Bonus">What was given.</param>
/// <param name="Total">Both.</param>
internal sealed record PocketsView(Money Principal, Money Bonus, Money Total)
{
    public static PocketsView Of(Pockets pockets) =>
        new(new Money(pockets.PrincipalFen), new Money(pockets.BonusFen), new Money(pockets.TotalFen));
}
