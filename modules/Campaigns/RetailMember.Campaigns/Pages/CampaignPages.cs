using RetailMember.Campaigns.Pages.Awards;
using RetailMember.Campaigns.Pages.Campaigns;
using RetailMember.Campaigns.Pages.Members;
using RetailMember.Campaigns.Pages.Own;
using RetailMember.Campaigns.Pages.Referrals;
using RetailMember.Modules;

namespace RetailMember.Campaigns.Pages;

/// <summary>The pages of campaigns and their places in the menu.</summary>
internal static class CampaignPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        Item("campaigns", "campaigns", "target", CampaignsPermissions.ViewCampaigns, 210);
        Item("giving", "giving", "medal", CampaignsPermissions.AwardBehaviours, 220);
        Item("referrals", "leaderboard", "trophy", CampaignsPermissions.ViewCampaigns, 230);

        OwnCampaignPages.Describe(module);
        MemberCampaignPages.Describe(module);

        void Item(string name, string path, string icon, string permission, int order) => module.MenuItem(
            new MenuItem("campaigns.menu." + name, "campaigns/" + path, icon, permission, order));
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        CampaignListPages.Map(pages);
        CampaignFormPages.Map(pages);
        AwardPages.Map(pages);
        GivingPages.Map(pages);
        ReferralPages.Map(pages);
        MemberCampaignPages.Map(pages);
        OwnCampaignPages.Map(endpoints);
    }
}
