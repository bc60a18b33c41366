using Microsoft.AspNetCore.Http;
using RetailMember.Membership;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Portal.Pages.Staff;
using RetailMember.Settings;

namespace RetailMember.Portal.Pages;

/// <summary>The pages below <c>/m/{brand}</c>, and their places in the bar at the foot.</summary>
internal static class PortalPages
{
    private const string ColourSetting = "Portal.Colour";

    public static void DescribePages(this ModuleDescription module)
    {
        module.Setting(ColourSetting, SettingKind.Text, "#1d4f91");
        module.MemberLink(new MemberLink("portal.menu.home", "", "home", 0) { InBar = true });
        module.MemberLink(new MemberLink("portal.menu.me", "me", "user-circle", 1000) { InBar = true });
        module.MemberLink(new MemberLink("portal.stores.title", "stores", "map-pin", 900));
        module.MemberLink(new MemberLink("portal.cards.title", "me/cards", "credit-card", 1010));
        module.MemberLink(new MemberLink("portal.new-mobile.title", "me/mobile", "device-mobile", 1020));
        module.MemberLink(new MemberLink("portal.consents.title", "me/consents", "shield-check", 1030));
        module.MenuItem(new MenuItem(
            "portal.card-codes.title", "portal/card-codes", "credit-card", MembershipPermissions.EnrolMembers, 44));
        module.MenuItem(new MenuItem("portal.posters.title", "portal/posters", "qrcode", PortalPermissions.ViewPosters, 45));
        module.MenuItem(new MenuItem(
            "portal.wordings.title", "portal/wordings", "shield-check", PortalPermissions.PublishWordings, 46));
        module.MemberTab(new MemberTab(
            "portal.consents.title", "portal/members/{member}/consents", "shield-check", PortalPermissions.ViewConsents));
    }

    public static void Map(ModuleEndpoints endpoints)
    {
        HomePages.Map(endpoints.MemberHousePages);
        LogInPages.Map(endpoints.MemberHousePages);
        JoinPages.Map(endpoints.MemberHousePages);
        MePages.Map(endpoints.MemberHousePages);
        AccountPages.Map(endpoints.MemberHousePages);
        StaffPages.Map(endpoints.BrandPages);
        WordingPages.Map(endpoints.BrandPages);
        endpoints.MemberHousePages.MapGet("/brand.css", (PageCall page, ISettings settings) =>
            Results.Text(Style(settings.Text(ColourSetting, page.Context.RequiredBrand.Id)), "text/css"));
    }

    /// <summary>A colour that is none is left out: whatever else stood in the setting would be part of the style.</summary>
    private static string Style(string colour) => BrandColour.IsColour(colour)
        ? $":root {{ --brand: {colour}; --brand-fg: {BrandColour.On(colour)}; }}\n"
        : "";
}
