using RetailMember.Events;

namespace RetailMember.Campaigns;

/// <summary>A campaign has given what it had to give, and gives no more by itself.</summary>
/// <param name="Campaign">Its code.</param>
/// <param name="Version">The version in force.</param>
/// <param name="Points">Points given, less those taken back.</param>
/// <param name="Awards">Awards given, less those taken back.</param>
[EventName("campaigns.campaign-spent.v1")]
public sealed record CampaignSpent(int BrandId, string Campaign, int Version, long Points, long Awards) : IEvent;
