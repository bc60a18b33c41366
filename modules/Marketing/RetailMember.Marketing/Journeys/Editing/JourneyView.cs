using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;

namespace RetailMember.Marketing.Journeys.Editing;

/// <summary>One version of a journey as head office reads it.</summary>
/// <param name="Journey">Its code.</param>
/// <param name="State">Of the journey as a whole.</param>
/// <param name="Revision">Number of the version.</param>
/// <param name="From">First business day on which the version decides; null while it is a draft.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record JourneyView(
    string Journey, JourneyState State, int Revision, DateOnly? From, JourneyTerms Terms, string EditedBy, DateTime EditedAt)
{
    public static JourneyView Of(Journey journey, JourneyVersion version) => new(
        journey.Code, journey.State, version.Number, version.From, JourneyTerms.Of(version), version.EditedBy, version.EditedAt);
}
