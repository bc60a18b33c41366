using RetailMember.Data;

namespace RetailMember.StoredValue.Commissions.Data;

/// <summary>What a sale counted in the race of its campaign when that was closed: never changed.</summary>
internal sealed class RaceCount : IBrandOwned
{
    public long SaleId { get; init; }

    public int BrandId { get; init; }

    /// <summary>Code.</summary>
    public required string Campaign { get; init; }

    /// <summary>Fen net of refunds, or cards.</summary>
    public long Counted { get; init; }
}
