using RetailMember.Marketing.Pages.Messages;
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
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        TemplatePages.Map(endpoints.BrandPages);
        MessagePages.Map(endpoints.BrandPages);
        MemberMessagePages.Map(endpoints.BrandPages);
        SenderPages.Map(endpoints.BrandPages);
    }
}
