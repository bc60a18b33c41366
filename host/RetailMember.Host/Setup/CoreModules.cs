using RetailMember.Campaigns;
using RetailMember.Engagement;
using RetailMember.Groups;
using RetailMember.Ledger;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Platform;
using RetailMember.Portal;
using RetailMember.Redemption;
using RetailMember.StoredValue;

namespace RetailMember.Host.Setup;

/// <summary>The one place that names the core modules.</summary>
internal static class CoreModules
{
    public static IReadOnlyList<IModule> All() =>
    [
        new PlatformModule(), new LedgerModule(), new MembershipModule(), new PortalModule(), new RedemptionModule(),
        new GroupsModule(), new CampaignsModule(), new EngagementModule(), new StoredValueModule(),
        new MarketingModule(),
    ];
}
