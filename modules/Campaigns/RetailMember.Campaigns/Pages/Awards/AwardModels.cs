using RetailMember.Brands;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Campaigns.Pages.Awards;

internal sealed record AwardListModel(PageOf<AwardView> Awards, IReadOnlyList<CampaignView> Campaigns, bool MayRevoke);

/// <summary>A list of awards.</summary>
/// <param name="Export">Address of its export; null: it has none.</param>
/// <param name="Campaigns">To choose from; empty where the list is of one campaign.</param>
internal sealed record AwardTableModel(
    PageOf<AwardView> Rows, string? Export, bool MayRevoke, IReadOnlyList<CampaignView> Campaigns);

/// <summary>What staff may reward by hand now.</summary>
internal sealed record GivingModel(
    IReadOnlyList<CampaignView> Campaigns,
    PrizeNames Names,
    IReadOnlyList<Store> Stores,
    bool MayContent,
    bool OfContent,
    string? Member,
    FormFaults Faults);
