using RetailMember.Data;

namespace RetailMember.StoredValue.Data;

/// <summary>A number of gift cards that are made at once and handed out one by one.</summary>
internal sealed class CardBatch : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public Guid TypeId { get; init; }

    /// <summary>What people call it, as JSON in both languages.</summary>
    public required string Name { get; init; }

    /// <summary>Fen on each card, all of it bonus.</summary>
    public long FaceFen { get; init; }

    /// <summary>The most cards.</summary>
    public int Quota { get; init; }

    public int Made { get; set; }

    public int Issued { get; set; }

    /// <summary>Code of the sales channel through which they are handed out; null: nobody named one.</summary>
    public string? Channel { get; init; }

    /// <summary>A JSON list of the codes of the categories that the gift pays for; null: those of the type.</summary>
    public string? Categories { get; init; }

    /// <summary>First day on which they are handed out.</summary>
    public DateOnly IssueFrom { get; init; }

    /// <summary>Last day on which they are handed out; null: until they are gone.</summary>
    public DateOnly? IssueTo { get; init; }

    public CardBatchState State { get; set; }

    public required string StartedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }
}

internal enum CardBatchState
{
    /// <summary>Numbers are being made.</summary>
    Making,
    Ready,

    /// <summary>Nothing more is made or handed out.</summary>
    Stopped,
}
