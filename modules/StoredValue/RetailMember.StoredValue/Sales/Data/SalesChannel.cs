using RetailMember.Data;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>A way by which the brand's cards come to customers, such as the counter or the marketing department.</summary>
internal sealed class SalesChannel : IBrandOwned
{
    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public required string NameZh { get; set; }

    public required string NameEn { get; set; }

    /// <summary>Nothing new names it; what it has sold stays its own.</summary>
    public bool Closed { get; set; }

    /// <summary>What holders order on their phones is its; of one channel of the brand at most.</summary>
    public bool TakesOnline { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }
}
