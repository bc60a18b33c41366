using RetailMember.Data;

namespace RetailMember.Apparel.Data;

/// <summary>A row that a merge of members gave to the one who stays.</summary>
internal sealed class MergedRow : IBrandOwned
{
    public Guid MergeId { get; init; }

    /// <summary>Its key.</summary>
    public Guid Row { get; init; }

    public int BrandId { get; init; }
}
