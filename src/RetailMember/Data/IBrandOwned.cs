namespace RetailMember.Data;

/// <summary>
/// A row that belongs to one brand. Queries see it only while the <see cref="DataSession"/> works for that brand,
/// and writing a row of another brand is refused.
/// </summary>
public interface IBrandOwned
{
    /// <summary>The owning brand's id.</summary>
    int BrandId { get; }
}

/// <summary>A row that two people may edit at once: the later save of a stale copy fails.</summary>
public interface IVersioned
{
    /// <summary>Raised by one on each save; the concurrency token.</summary>
    long Version { get; set; }
}
