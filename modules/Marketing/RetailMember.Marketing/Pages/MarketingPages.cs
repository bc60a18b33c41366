using RetailMember.Modules;

namespace RetailMember.Marketing.Pages;

/// <summary>The module's pages and their places in the menus.</summary>
internal static class MarketingPages
{
    public static void DescribePages(this ModuleDescription module)
    {
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
    }
}
