using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>One proof of a brand's books, nightly or asked for, and what it found.</summary>
internal sealed class BookCheck : IBrandOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    /// <summary>The business day up to which it counts.</summary>
    public DateOnly AsOf { get; init; }

    public BookCheckState State { get; set; }

    public required string RequestedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Nothing was found that does not add up.</summary>
    public bool IsSound { get; set; }

    /// <summary>The figures and breaches, as JSON; null until it is done.</summary>
    public string? Books { get; set; }
}

internal enum BookCheckState
{
    Waiting,
    Done,

    /// <summary>Something broke on the way; the books themselves may be sound.</summary>
    Failed,
}
