using RetailMember.Data;

namespace RetailMember.Restaurant.Diners;

/// <summary>When the house has seen a member last: he joined, bought, or paid with his card.</summary>
internal sealed class Guest : IBrandOwned
{
    public required Guid MemberId { get; init; }

    public required int BrandId { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly LastSeenOn { get; set; }
}

/// <summary>How far the visits of a brand's members are counted: locked while some are.</summary>
internal sealed class GuestCount : IBrandOwned
{
    public static readonly string[] Moving = [nameof(CountedTo), nameof(CountingTo), nameof(CountedMember)];

    public required int BrandId { get; init; }

    /// <summary>Business date up to which a count that came to its end has seen all visits; null: none has.</summary>
    public DateOnly? CountedTo { get; set; }

    /// <summary>Business date up to which the count sees that is under way; null: none is.</summary>
    public DateOnly? CountingTo { get; set; }

    /// <summary>The last member whose visits that one has seen; null: nobody's yet.</summary>
    public Guid? CountedMember { get; set; }
}

/// <summary>The waking of a half-year: all who slept when it began.</summary>
internal sealed class WakeUpRound : IBrandOwned
{
    public required int BrandId { get; init; }

    /// <summary>Such as <c>2026H1</c>.</summary>
    public required string HalfYear { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>Guests who slept.</summary>
    public int Asleep { get; set; }
}

/// <summary>A sleeper whom a round is to wake.</summary>
internal sealed class WakeUpCall : IBrandOwned
{
    public required int BrandId { get; init; }

    public required string HalfYear { get; init; }

    public required Guid MemberId { get; init; }

    /// <summary>Business date on which he was seen last.</summary>
    public DateOnly SleptSince { get; set; }

    /// <summary>Business date on which he was seen again; null: not yet.</summary>
    public DateOnly? CameBackOn { get; set; }

    /// <summary>UTC; when his letter was handed to marketing, null: not yet.</summary>
    public DateTime? WrittenAt { get; set; }
}
