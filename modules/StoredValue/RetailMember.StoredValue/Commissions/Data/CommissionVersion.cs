using RetailMember.Data;

namespace RetailMember.StoredValue.Commissions.Data;

/// <summary>One wording of the brand's commission rules. Only a draft is edited.</summary>
internal sealed class CommissionVersion : IBrandOwned, IVersioned
{
    public int BrandId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary><see cref="Rules.CommissionTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    /// <summary>UTC; from then on it decides, until the next. Null: a draft.</summary>
    public DateTime? EffectiveFrom { get; set; }

    public string? ActivatedBy { get; set; }

    public long Version { get; set; }
}
