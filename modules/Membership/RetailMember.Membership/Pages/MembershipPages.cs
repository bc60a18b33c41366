using RetailMember.Membership.Pages.Approvals;
using RetailMember.Membership.Pages.Books;
using RetailMember.Membership.Pages.Imports;
using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Pages.Overview;
using RetailMember.Membership.Pages.Tags;
using RetailMember.Membership.Pages.Till;
using RetailMember.Modules;

namespace RetailMember.Membership.Pages;

/// <summary>The pages of daily work and their places in the menu.</summary>
internal static class MembershipPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        Item("overview", "layout-dashboard", MembershipPermissions.ViewReports, 10);
        Item("till", "cash", MembershipPermissions.RecordPurchases, 20);
        Item("members", "users", MembershipPermissions.ViewMembers, 30);
        Item("follow-ups", "heart", MembershipPermissions.ViewCare, 35);
        Item("tags", "tags", MembershipPermissions.ViewTags, 36);
        Item("duplicates", "users", MembershipPermissions.MergeMembers, 37);
        Item("applications", "user-check", MembershipPermissions.DecideApplications, 40);
        Item("adjustments", "adjustments", MembershipPermissions.ViewAdjustments, 50);
        Item("books", "scale", MembershipPermissions.ViewReports, 70);
        Item("imports", "file-import", MembershipPermissions.Import, 80);
        module.MenuItem(new MenuItem(
            "membership.menu.chain-overview", "membership/overview", "layout-dashboard", MembershipPermissions.ViewReports, 10)
        {
            ForChain = true,
        });
        module.MenuItem(new MenuItem(
            "membership.menu.books", "membership/books", "scale", MembershipPermissions.ViewReports, 15)
        {
            ForChain = true,
        });

        void Item(string path, string icon, string permission, int order) => module.MenuItem(
            new MenuItem("membership.menu." + path, "membership/" + path, icon, permission, order));
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        OverviewPages.Map(endpoints);
        MemberListPages.Map(endpoints);
        MemberPages.Map(endpoints);
        MemberChangePages.Map(endpoints);
        RenewalPages.Map(endpoints.BrandPages);
        CarePages.Map(endpoints);
        TransferPages.Map(endpoints);
        MergePages.Map(endpoints);
        TagPages.Map(endpoints);
        ApprovalPages.Map(endpoints);
        ImportPages.Map(endpoints);
        BooksPages.Map(endpoints);
        TillPages.Map(endpoints);
        RefundPages.Map(endpoints);
    }
}
