using RetailMember.Modules;
using RetailMember.Redemption.Pages.Benefits;
using RetailMember.Redemption.Pages.Catalogue;
using RetailMember.Redemption.Pages.Editions;
using RetailMember.Redemption.Pages.Gifts;
using RetailMember.Redemption.Pages.Orders;
using RetailMember.Redemption.Pages.Services;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Pages.Shelf;
using RetailMember.Redemption.Pages.Vouchers;

namespace RetailMember.Redemption.Pages;

/// <summary>The pages of rewards and vouchers and their places in the menu.</summary>
internal static class RedemptionPages
{
    public static void DescribePages(this ModuleDescription module)
    {
        Item("orders", "orders", "package", RedemptionPermissions.ViewOrders, 110);
        Item("shelf", "shelf", "device-mobile", RedemptionPermissions.ViewCatalogue, 120);
        Item("rewards", "rewards", "gift", RedemptionPermissions.ViewCatalogue, 130);
        Item("editions", "editions", "calendar-event", RedemptionPermissions.ViewCatalogue, 140);
        Item("gifts", "gift-rules", "gift-card", RedemptionPermissions.ViewGifts, 145);
        Item("benefits", "benefits", "award", RedemptionPermissions.ViewBenefits, 147);
        Item("vouchers", "voucher-definitions", "ticket", RedemptionPermissions.ViewVouchers, 150);

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
        EditionPages.Map(pages);
        GiftRulePages.Map(pages);
        GiftPages.Map(pages);
        BenefitPages.Map(pages);
        GrantPages.Map(pages);
        CounterPages.Map(pages);
        OrderPages.Map(pages);
        ServicePages.Map(pages);
        ShelfPages.Map(pages);
        ProposalPages.Map(pages);
    }
}
