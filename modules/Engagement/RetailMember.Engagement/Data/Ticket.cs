using RetailMember.Data;

namespace RetailMember.Engagement.Data;

/// <summary>Something that a member tells the brand, and what came of it.</summary>
internal sealed class Ticket : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; set; }

    public TicketCategory Category { get; init; }

    public TicketState State { get; set; }

    /// <summary>The store that it is about; null: none.</summary>
    public int? StoreId { get; init; }

    /// <summary>The receipt that it is about, as the member gave it.</summary>
    public string? ReceiptNo { get; init; }

    /// <summary>User name of whoever looks after it.</summary>
    public string? Assignee { get; set; }

    /// <summary>UTC.</summary>
    public DateTime OpenedAt { get; init; }

    /// <summary>Business date of the brand on which it was opened.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>UTC; when it is to be answered, anew each time that it is opened.</summary>
    public DateTime DueAt { get; set; }

    /// <summary>UTC; the last answer.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>UTC; null while it is not closed.</summary>
    public DateTime? ClosedAt { get; set; }

    public long Version { get; set; }
}

/// <summary>What somebody wrote in a ticket.</summary>
internal sealed class TicketMessage : IBrandOwned
{
    public long Id { get; init; }

    public int BrandId { get; init; }

    public Guid TicketId { get; init; }

    public bool FromStaff { get; init; }

    /// <summary>A user name, or the member's number.</summary>
    public required string Author { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }
}

internal enum TicketState
{
    /// <summary>Waits for an answer.</summary>
    Open,
    Answered,
    Closed,
}

internal enum TicketCategory
{
    Service,
    Product,
    Points,
    Store,
    Praise,
    Other,
}
