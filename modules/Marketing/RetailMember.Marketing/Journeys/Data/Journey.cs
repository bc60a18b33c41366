using RetailMember.Data;

namespace RetailMember.Marketing.Journeys.Data;

/// <summary>A rule by which members are written to one by one, whatever its terms were and will be.</summary>
internal sealed class Journey : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public required string Code { get; init; }

    public JourneyState State { get; set; }

    /// <summary>
    /// The last day that was walked to its end; of one that waits for happenings, the day before it last began. Null before it ran.
    /// </summary>
    public DateOnly? DoneUntil { get; set; }

    /// <summary>The last member of the day after that who was looked at; null where that day was not begun.</summary>
    public Guid? WalkedTo { get; set; }

    public long Version { get; set; }
}

internal enum JourneyState
{
    /// <summary>Never was activated.</summary>
    Draft,

    /// <summary>Its newest version decides from its day on.</summary>
    Running,

    /// <summary>Nobody is written to any more, until it is activated again.</summary>
    Ended,
}

/// <summary>The terms of a journey from one day on, until a later version has its day. Only a draft is edited.</summary>
internal sealed class JourneyVersion : IBrandOwned, IVersioned
{
    public Guid JourneyId { get; init; }

    /// <summary>From 1, within the journey.</summary>
    public int Number { get; init; }

    public int BrandId { get; init; }

    /// <summary>First business day on which it decides; null while it is a draft.</summary>
    public DateOnly? From { get; set; }

    /// <summary><see cref="Rules.JourneyTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}
