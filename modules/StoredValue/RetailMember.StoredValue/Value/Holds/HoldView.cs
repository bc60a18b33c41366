using RetailMember.StoredValue.Cards;
using RetailMember.StoredValue.Data;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Holds;

/// <summary>An amount that is set aside, or was.</summary>
/// <param name="Hold">Its key; once it is captured, what it is given back by.</param>
/// <param name="MaskedNumber">Of the card.</param>
/// <param name="Held">Yuan that were set aside.</param>
/// <param name="Captured">Yuan that were paid out of it.</param>
/// <param name="ExpiresAt">UTC; from then on it can no longer be captured.</param>
/// <param name="Available">Yuan that the card can spend now.</param>
internal sealed record HoldView(
    Guid Hold, Guid Card, string MaskedNumber, HoldState State, string ReceiptNo, Money Held, Money Captured,
    DateTime ExpiresAt, PocketsView Available)
{
    public static HoldView Of(CardHold hold, Card card) => new(
        hold.Id, card.Id, CardNumbers.Mask(card.Number), hold.State, hold.Reference, new Money(hold.TotalFen),
        new Money(hold.CapturedFen), hold.ExpiresAt, PocketsView.Of(card.Available));
}
