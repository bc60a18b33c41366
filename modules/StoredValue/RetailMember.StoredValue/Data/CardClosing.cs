using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Data;

/// <summary>
/// A request to give a card up and pay out what is left of its principal; or, of a card that was given up before, to pay
/// out what came back to it since. What is decided is what was asked for: this amount, for this holder.
/// </summary>
internal sealed class CardClosing : CardRequest
{
    public Guid CardId { get; init; }

    /// <summary>The move that took what came back off the closed card again; null: the card itself is given up.</summary>
    public Guid? ReturnedBy { get; init; }

    public required Payout Payout { get; init; }

    /// <summary>Fen that are paid out.</summary>
    public long PrincipalFen { get; init; }

    /// <summary>Fen that are cancelled.</summary>
    public long BonusFen { get; init; }

    /// <summary>Where it was asked for, or else where the card was issued; null: at no store.</summary>
    public int? StoreId { get; init; }

    public Pockets Asked => new(PrincipalFen, BonusFen);
}
