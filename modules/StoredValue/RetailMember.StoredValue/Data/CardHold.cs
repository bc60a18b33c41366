using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>
/// An amount of a card that is set aside for a bill which is not final. It has the key of the move that set it aside;
/// the parts of that move own the accounts that keep it.
/// </summary>
internal sealed class CardHold : IBrandOwned
{
    /// <summary>The columns that its end writes.</summary>
    public static readonly string[] Ending = [nameof(State), nameof(CapturedFen), nameof(EndedAt)];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid CardId { get; init; }

    public HoldState State { get; set; }

    public required string Reference { get; init; }

    public int? StoreId { get; init; }

    public required string Operator { get; init; }

    public long PrincipalFen { get; init; }

    public long BonusFen { get; init; }

    /// <summary>Fen that were paid out of it in the end.</summary>
    public long CapturedFen { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>UTC; from then on it can no longer be captured.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? EndedAt { get; set; }

    public long TotalFen => PrincipalFen + BonusFen;
}

internal enum HoldState
{
    Open,
    Captured,
    Released,
    Expired,
}
