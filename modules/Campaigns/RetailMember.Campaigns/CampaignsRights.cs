using RetailMember.Modules;
using RetailMember.People;
using static RetailMember.Campaigns.CampaignsPermissions;
using static RetailMember.People.DefaultRole;

namespace RetailMember.Campaigns;

/// <summary>The module's permissions and who has them at first.</summary>
internal static class CampaignsRights
{
    private static readonly string[] Operations = [OperationsDirector, OperationsCentre];
    private static readonly string[] Managers = [.. Operations, StoreGeneralManager, StoreManager];
    private static readonly string[] Floor = [ShopGuide, SalesAssistant, CustomerService, Cashier];

    public static void DescribeRights(this ModuleDescription module)
    {
        module.Permission(ViewCampaigns, Reach.Brand, [.. Operations, Finance, CustomerService]);
        module.Permission(EditCampaigns, Reach.Brand, Operations);
        module.Permission(RunCampaigns, Reach.Brand, OperationsDirector);
        module.Permission(AwardBehaviours, Reach.Store, [.. Managers, .. Floor, Till]);
        module.Permission(CampaignsPermissions.AwardContent, Reach.Store, [.. Managers, CustomerService]);
        module.Permission(RevokeAwards, Reach.Brand, Operations);
        module.Permission(TellReferralCodes, Reach.Store, [.. Managers, .. Floor, Till]);
        module.Permission(DecideReferrals, Reach.Brand, [.. Operations, CustomerService]);
        module.Permission(RunJobs, Reach.Brand, OperationsDirector);
    }
}
