using RetailMember.Data;

namespace RetailMember.StoredValue.Targets.Data;

/// <summary>All targets of a brand together: whoever changes one holds this, also where there is none yet.</summary>
internal sealed class SalesPlan : IBrandOwned
{
    public int BrandId { get; init; }
}
