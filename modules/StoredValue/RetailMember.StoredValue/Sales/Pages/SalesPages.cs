using RetailMember.Modules;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>The pages of those who sell cards, take the money and pay commission, and their places in the menu.</summary>
internal static class SalesPages
{
    public static void DescribeSalesPages(this ModuleDescription module)
    {
        Item("my-cards", "my-cards", "trophy", SalesPermissions.SellCards, 165);
        Item("sales", "sales", "receipt-yuan", SalesPermissions.ViewSales, 166);
        Item("report", "sales-report", "chart-bar", SalesPermissions.ViewTeam, 167);
        Item("finance", "finance", "scale", SalesPermissions.ViewFinance, 169);
        Item("settlements", "settlements", "report-money", SalesPermissions.ViewCommissions, 168);

        void Item(string name, string path, string icon, string permission, int order) => module.MenuItem(
            new MenuItem("storedvalue.menu." + name, "storedvalue/" + path, icon, permission, order));
    }

    public static void MapSalesPages(this ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        SaleListPages.Map(pages);
        SaleStepPages.Map(pages);
        MyCardsPages.Map(pages);
        SettlementPages.Map(pages);
        ReportPages.Map(pages);
        ProspectPages.Map(pages);
        HandOverPages.Map(pages);
        AssessmentPages.Map(pages);
        FinancePages.Map(pages);
        UnexpectedPages.Map(pages);
        PlanPages.Map(pages);
        CommissionRulePages.Map(pages);
        OwnReloadPages.Map(endpoints.MemberPages);
    }
}
