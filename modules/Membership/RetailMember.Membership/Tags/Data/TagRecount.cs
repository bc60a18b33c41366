using RetailMember.Data;

namespace RetailMember.Membership.Tags;

/// <summary>One walk through all members of a brand, and how far it has come: whoever takes it up again goes on there.</summary>
internal sealed class TagRecount : IBrandOwned
{
    /// <summary>The columns that each step moves.</summary>
    public static readonly string[] Moving =
    [
        nameof(State), nameof(After), nameof(Done), nameof(Receipts), nameof(Gained), nameof(Lost), nameof(AliveAt),
        nameof(EndedAt),
    ];

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>The business day for which it counts.</summary>
    public DateOnly On { get; init; }

    public TagRecountState State { get; set; }

    /// <summary>The last member counted.</summary>
    public Guid? After { get; set; }

    public long Done { get; set; }

    /// <summary>Members when it began.</summary>
    public long Total { get; init; }

    /// <summary>Receipts looked at.</summary>
    public long Receipts { get; set; }

    public long Gained { get; set; }

    public long Lost { get; set; }

    public required string RequestedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }

    public DateTime AliveAt { get; set; }

    public DateTime? EndedAt { get; set; }
}

internal enum TagRecountState
{
    Running,
    Done,

    /// <summary>Not finished on its day; the next one began anew.</summary>
    Abandoned,
}
