using RetailMember.Data;

namespace RetailMember.Marketing.Journeys.Data;

/// <summary>An occasion that was found good and is looked at again later; gone once it was.</summary>
internal sealed class JourneyWait : IBrandOwned
{
    public Guid DecisionId { get; init; }

    public int BrandId { get; init; }

    public Guid JourneyId { get; init; }

    /// <summary>UTC; not looked at again before.</summary>
    public DateTime DueAt { get; init; }

    /// <summary><see cref="Deciding.JourneyCause"/> as JSON.</summary>
    public required string Cause { get; init; }
}
