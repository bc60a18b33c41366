using RetailMember.Apparel.Pages.Customers;
using RetailMember.Apparel.Pages.Ladder;
using RetailMember.Apparel.Pages.Pilot;
using RetailMember.Apparel.Pages.Reminders;
using RetailMember.Apparel.Pages.Rules;
using RetailMember.Apparel.Pages.Tasks;
using RetailMember.Modules;

namespace RetailMember.Apparel.Pages;

/// <summary>The module's pages and their places in the menu.</summary>
internal static class ApparelPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        Item("rungs", "ticket", ApparelPermissions.ViewLadder, 510);
        Item("tasks", "checklist", ApparelPermissions.ViewTasks, 520);
        Item("customers", "heart", ApparelPermissions.ViewCustomers, 530);
        Item("reminders", "bell", ApparelPermissions.ViewCustomers, 535);
        Item("rules", "ruler", ApparelPermissions.ViewRules, 540);
        Item("pilot", "flask", ApparelPermissions.ViewPilot, 550);
        module.MemberTab(
            new MemberTab("apparel.ladder", "apparel/members/{member}", "hanger", ApparelPermissions.ViewLadder));

        void Item(string name, string icon, string permission, int order) =>
            module.MenuItem(new MenuItem("apparel.menu." + name, "apparel/" + name, icon, permission, order));
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        LadderPages.Map(pages);
        TaskPages.Map(pages);
        CustomerPages.Map(pages);
        ReminderPages.Map(pages);
        RulePages.Map(pages);
        PilotPages.Map(pages);
    }
}
