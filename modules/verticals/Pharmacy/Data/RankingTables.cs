using RetailMember.Data;

namespace RetailMember.Pharmacy.Data;

/// <summary>The frozen best of a quarter.</summary>
internal sealed class Ranking : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public int Year { get; init; }

    /// <summary>1 to 4.</summary>
    public int Quarter { get; init; }

    public int Places { get; init; }

    /// <summary>UTC.</summary>
    public DateTime FrozenAt { get; init; }

    /// <summary>UTC; null until it is put before the members.</summary>
    public DateTime? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    /// <summary>The version of the rules.</summary>
    public int Rules { get; init; }

    public long Version { get; set; }
}

/// <summary>A place in a ranking. It stays as it was frozen, whatever is refunded later.</summary>
internal sealed class RankedMember : IBrandOwned
{
    public Guid RankingId { get; init; }

    public int Place { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    public long Points { get; init; }

    /// <summary>UTC, when the last of these points came.</summary>
    public DateTime ReachedAt { get; init; }
}
