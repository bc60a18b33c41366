using RetailMember.Data;

namespace RetailMember.Apparel.Data;

/// <summary>A service that somebody owes a member.</summary>
internal sealed class CareTask : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; set; }

    /// <summary>Code of the service.</summary>
    public required string Service { get; init; }

    /// <summary>What it is called, as it was when it was raised.</summary>
    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    /// <summary>On whose list it stands; null: the operations centre's.</summary>
    public int? StoreId { get; init; }

    /// <summary>What it came of, such as a purchase: one task each.</summary>
    public required string Source { get; init; }

    public DateOnly RaisedOn { get; init; }

    /// <summary>Last day on which it is in time.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Whoever does it was in touch with the member.</summary>
    public bool IsContact { get; init; }

    public TaskState State { get; set; }

    /// <summary>What is to be done.</summary>
    public string? Wish { get; set; }

    /// <summary>What came of it.</summary>
    public string? Note { get; set; }

    public string? DoneBy { get; set; }

    public DateOnly? DoneOn { get; set; }
}

internal enum TaskState
{
    Open,

    Done,

    /// <summary>Not to be done: its purchase was given back, its member has left, or it was called off.</summary>
    Dropped,
}

/// <summary>Who looks after a heavy customer.</summary>
internal sealed class CustomerOwner : IBrandOwned
{
    public Guid MemberId { get; init; }

    public int BrandId { get; init; }

    /// <summary>User name.</summary>
    public required string Owner { get; set; }

    public required string SetBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SetAt { get; set; }
}
