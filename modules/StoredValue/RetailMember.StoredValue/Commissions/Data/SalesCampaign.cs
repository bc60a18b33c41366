using RetailMember.Data;
using RetailMember.StoredValue.Commissions.Rules;

namespace RetailMember.StoredValue.Commissions.Data;

/// <summary>A time in which the first card and the best seller are rewarded on top of commission.</summary>
internal sealed class SalesCampaign : IBrandOwned, IVersioned
{
    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    /// <summary>Unique in the brand, rising: of two that are planned at once while there is none to lock, one is asked again.</summary>
    public int Number { get; init; }

    public required string NameZh { get; set; }

    public required string NameEn { get; set; }

    /// <summary>First business day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last business day.</summary>
    public DateOnly To { get; set; }

    public long FirstCardFen { get; set; }

    public long TopSellerFen { get; set; }

    public RaceMetric Metric { get; set; }

    /// <summary>UTC; when the best seller was rewarded. Null: it runs, or waits for the last refund window.</summary>
    public DateTime? ClosedAt { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>Null where no person did.</summary>
    public Guid? EditedById { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    /// <summary>Null: nobody has yet, so that it counts no sale.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ApprovedAt { get; set; }

    public long Version { get; set; }
}
