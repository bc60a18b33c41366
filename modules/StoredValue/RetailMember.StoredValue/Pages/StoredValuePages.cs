using RetailMember.Modules;
using RetailMember.StoredValue.Pages.Batches;
using RetailMember.StoredValue.Pages.Cards;
using RetailMember.StoredValue.Pages.Closings;
using RetailMember.StoredValue.Pages.Own;
using RetailMember.StoredValue.Pages.Till;
using RetailMember.StoredValue.Pages.Types;

namespace RetailMember.StoredValue.Pages;

/// <summary>The pages of cards and their places in the menus.</summary>
internal static class StoredValuePages
{
    public static void DescribePages(this ModuleDescription module)
    {
        Item("till", "till", "credit-card", StoredValuePermissions.ChargeCards, 160);
        Item("cards", "stored-value-cards", "wallet", StoredValuePermissions.ViewCards, 162);
        Item("closings", "closings", "cash", StoredValuePermissions.ApproveClosings, 164);
        Item("types", "card-types", "settings", StoredValuePermissions.ViewTypes, 170);
        Item("batches", "card-batches", "gift-card", StoredValuePermissions.ViewBatches, 172);
        module.MemberLink(new MemberLink("storedvalue.own.title", "storedvalue/cards", "wallet", 220));

        void Item(string name, string path, string icon, string permission, int order) => module.MenuItem(
            new MenuItem("storedvalue.menu." + name, "storedvalue/" + path, icon, permission, order));
    }

    public static void MapPages(this ModuleEndpoints endpoints)
    {
        var pages = endpoints.BrandPages;
        TillPages.Map(pages);
        CardPages.Map(pages);
        ClosingPages.Map(pages);
        TypePages.Map(pages);
        BatchPages.Map(pages);
        OwnCardPages.Map(endpoints.MemberPages);
    }
}
