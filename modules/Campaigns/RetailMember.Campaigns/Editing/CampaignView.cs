using System.Text.Json.Serialization;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;

namespace RetailMember.Campaigns.Editing;

/// <summary>A campaign as head office reads it.</summary>
/// <param name="Campaign">Its code.</param>
/// <param name="Version">The version in force; of a campaign that was never active, its draft.</param>
/// <param name="DraftVersion">A version that waits to be activated; null: none.</param>
/// <param name="BudgetPoints">Left out: any number.</param>
/// <param name="RefusedWhy">
/// Why the last award could not be given that a member had earned; left out where none was since it was activated or resumed.
/// </param>
/// <param name="RefusedAt">UTC.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record CampaignView(
    string Campaign,
    CampaignKind Kind,
    CampaignState State,
    int Version,
    int? DraftVersion,
    CampaignTerms Terms,
    long? BudgetPoints,
    long? BudgetAwards,
    long SpentPoints,
    long SpentAwards,
    [property: JsonPropertyName("whyNot")] string? RefusedWhy,
    DateTime? RefusedAt,
    string EditedBy,
    DateTime EditedAt)
{
    /// <summary>With the terms in force, or those of the draft where none ever were.</summary>
    public static CampaignView Of(Campaign campaign, IReadOnlyCollection<CampaignVersion> versions)
    {
        var shown = versions.Single(v => v.Number == campaign.Number);
        return new CampaignView(
            campaign.Code, campaign.Kind, campaign.State, campaign.Number,
            versions.Where(v => v.State == CampaignVersionState.Draft).Select(v => (int?)v.Number).SingleOrDefault(),
            CampaignShelf.TermsOf(shown.Terms), campaign.BudgetPoints, campaign.BudgetAwards, campaign.SpentPoints,
            campaign.SpentAwards, campaign.RefusedWhy,
            campaign.RefusedAt, campaign.EditedBy, campaign.EditedAt);
    }
}
