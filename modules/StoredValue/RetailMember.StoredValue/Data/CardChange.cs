namespace RetailMember.StoredValue.Data;

/// <summary>A request to replace a card that holds much, or to pass it on.</summary>
internal sealed class CardChange : CardRequest
{
    public Guid CardId { get; init; }

    public CardChangeKind Kind { get; init; }

    /// <summary>The member to whom it is passed on.</summary>
    public Guid? ReceiverId { get; init; }

    /// <summary>Fen that it held when it was asked for, held amounts included.</summary>
    public long HeldFen { get; init; }

    /// <summary>Where it was asked for, or else where the card was issued; null: at no store.</summary>
    public int? StoreId { get; init; }
}

internal enum CardChangeKind
{
    /// <summary>It gets a new number.</summary>
    Replacement,

    /// <summary>It gets a new holder.</summary>
    PassingOn,
}
