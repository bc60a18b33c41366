using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>How many numbers one of the staff was shown in an hour: one row for each of them.</summary>
internal sealed class NumberLooks : IBrandOwned
{
    public int BrandId { get; init; }

    /// <summary>Who looked.</summary>
    public required string Operator { get; init; }

    /// <summary>UTC; when the hour began.</summary>
    public DateTime HourFrom { get; set; }

    public int Looks { get; set; }
}
