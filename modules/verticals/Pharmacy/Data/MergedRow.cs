using RetailMember.Data;

namespace RetailMember.Pharmacy.Data;

/// <summary>A row that a merge of members gave to the one who stays.</summary>
internal sealed class MergedRow : IBrandOwned
{
    public Guid MergeId { get; init; }

    /// <summary>Its key; the duplicate's own where health records stay with him until the one who stays agrees.</summary>
    public Guid Row { get; init; }

    public int BrandId { get; init; }
}
