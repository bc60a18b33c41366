using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>
/// An amount of a card that is set aside for a bill which is not final. It has the key of the move that set it aside first;
/// the parts of that move, and of those that raised it, own the accounts that keep it.
/// </summary>
internal sealed class CardHold : IBrandOwned
{
    /// <summary>The columns that its raising and its end write.</summary>
    public static readonly string[] Changing =
    [
        nameof(State), nameof(PrincipalFen), nameof(BonusFen), nameof(CapturedFen), nameof(ExpiresAt), nameof(EndedAt),
    ];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid CardId { get; init; }

    public HoldState State { get; set; }

    public required string Reference { get; init; }

    public int? StoreId { get; init; }

    public required string Operator { get; init; }

    public long PrincipalFen { get; set; }

    public long BonusFen { get; set; }

    /// <summary>Fen that were paid out of it in the end.</summary>
    public long CapturedFen { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>UTC; from then on it can no longer be captured.</summary>
    public DateTime ExpiresAt { get; set; }

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
