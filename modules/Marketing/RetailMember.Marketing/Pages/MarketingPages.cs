using RetailMember.Marketing.Pages.Campaigns;
using RetailMember.Marketing.Pages.Messages;
using RetailMember.Marketing.Pages.Packages;
using RetailMember.Marketing.Pages.Segments;
using RetailMember.Marketing.Pages.Senders;
using RetailMember.Marketing.Pages.Templates;
using RetailMember.Modules;

namespace RetailMember.Marketing.Pages;

/// <summary>The module's pages and their places in the menus.</summary>
internal static class MarketingPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        module.MenuItem(new MenuItem(
            "marketing.templates", MarketingAddress.Templates, "file-text", MarketingRights.ViewTemplates, 280));
        module.MenuItem(new MenuItem(
            "marketing.messages", MarketingAddress.Messages, "send", MarketingPermissions.ViewMessages, 281));
        module.MenuItem(new MenuItem(
            "marketing.senders", MarketingAddress.Senders, "network", MarketingRights.ViewTemplates, 282));
        MemberMessagePages.Describe(module);
        MemberOptOutPages.Describe(module);
        Item("message-campaigns", "send", MarketingRights.ViewCampaigns, 310);
        Item("segments", "filter", MarketingRights.ViewSegments, 320);
        Item("packages", "package", MarketingRights.ViewPackages, 370);

        void Item(string path, string icon, string permission, int order) => module.MenuItem(
            new MenuItem("marketing.menu." + path, "marketing/" + path, icon, permission, order));
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        TemplatePages.Map(endpoints.BrandPages);
        MessagePages.Map(endpoints.BrandPages);
        MemberMessagePages.Map(endpoints.BrandPages);
        MemberOptOutPages.Map(endpoints.BrandPages);
        MailWayOutPages.Map(endpoints);
        SenderPages.Map(endpoints.BrandPages);
        var pages = endpoints.BrandPages;
        CampaignPages.Map(pages);
        SegmentPages.Map(pages);
        PackagePages.Map(pages);
    }
}
