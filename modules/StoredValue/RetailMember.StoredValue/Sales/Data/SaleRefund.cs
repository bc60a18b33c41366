using RetailMember.Data;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>
/// A request to take a sale back: somebody else decides on it. Little cash is approved by whoever pays it.
/// </summary>
internal sealed class SaleRefund : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public long SaleId { get; init; }

    /// <summary>Who held the card when it was asked for.</summary>
    public Guid? MemberId { get; init; }

    public ClosingState State { get; set; }

    public required string Reason { get; init; }

    /// <summary>How the buyer has proven who he is; empty: he was paid in cash and was not asked.</summary>
    public required string IdentityCheck { get; init; }

    public PayoutWay Payout { get; init; }

    /// <summary>In whose name the account is; sealed at rest.</summary>
    public string? AccountName { get; init; }

    /// <summary>Sealed at rest.</summary>
    public string? AccountNo { get; init; }

    /// <summary>Fen of principal that were left when it was asked for; once approved, what was paid out.</summary>
    public long PrincipalFen { get; set; }

    /// <summary>Fen of bonus that are cancelled.</summary>
    public long BonusFen { get; set; }

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
