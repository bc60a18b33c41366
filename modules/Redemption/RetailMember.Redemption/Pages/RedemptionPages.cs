using RetailMember.Modules;
using RetailMember.Redemption.Pages.Catalogue;
using RetailMember.Redemption.Pages.Vouchers;

namespace RetailMember.Redemption.Pages;

/// <summary>The pages of rewards and vouchers and their places in the menu.</summary>
internal static class RedemptionPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        Item("rewards", "rewards", "gift", RedemptionPermissions.ViewCatalogue, 30);
        Item("vouchers", "voucher-definitions", "ticket", RedemptionPermissions.ViewVouchers, 50);

        void Item(string name, string path, string icon, string permission, int order) => module.MenuItem(
            new MenuItem("redemption.menu." + name, "redemption/" + path, icon, permission, order));
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        DefinitionPages.Map(pages);
        IssuePages.Map(pages);
        BatchPages.Map(pages);
        VoucherPages.Map(pages);
        ImportPages.Map(pages);
        RewardPages.Map(pages);
        PicturePages.Map(pages);
    }
}
