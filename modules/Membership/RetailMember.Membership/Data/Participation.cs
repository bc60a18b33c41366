using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>A member took part in something of the brand's: a lecture, a survey, a shared poster.</summary>
internal sealed class Participation : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>What it was, as the brand calls it; counts once a day for a member.</summary>
    public required string Activity { get; init; }

    /// <summary>The calendar day in the brand's time zone.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; init; }

    /// <summary>The member's epoch whose metrics it counts in.</summary>
    public int MetricsEpoch { get; init; }

    public required string Operator { get; init; }
}
