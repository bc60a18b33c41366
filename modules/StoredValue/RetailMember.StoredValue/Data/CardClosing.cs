using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>A request to give a card up and pay out what is left of its principal.</summary>
internal sealed class CardClosing : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid CardId { get; init; }

    public ClosingState State { get; set; }

    public required string Reason { get; init; }

    /// <summary>How the holder has proven who he is.</summary>
    public required string IdentityCheck { get; init; }

    public PayoutWay Payout { get; init; }

    /// <summary>In whose name the account is; sealed at rest.</summary>
    public string? AccountName { get; init; }

    /// <summary>Sealed at rest.</summary>
    public string? AccountNo { get; init; }

    /// <summary>Fen that would be paid out when it was asked for; once approved, what was.</summary>
    public long PrincipalFen { get; set; }

    /// <summary>Fen that are cancelled.</summary>
    public long BonusFen { get; set; }

    public int? StoreId { get; init; }

    public required string RequestedBy { get; init; }

    public Guid? RequestedById { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; init; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public string? Decision { get; set; }

    public long Version { get; set; }
}

internal enum ClosingState
{
    Requested,
    Approved,
    Declined,
}

internal enum PayoutWay
{
    BankAccount,
    Cash,
}
