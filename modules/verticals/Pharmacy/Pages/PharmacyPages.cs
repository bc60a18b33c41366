using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pharmacy.Pages.Own;

namespace RetailMember.Pharmacy.Pages;

/// <summary>The module's pages and the way to them.</summary>
internal static class PharmacyPages
{
    public static void Describe(ModuleDescription module)
    {
        OwnClubPages.Describe(module);
        Add("counter", "heart", PharmacyPermissions.ViewClub, 520);
        Add("rankings", "trophy", PharmacyPermissions.ViewClub, 521);
        Add("drugs", "pill", PharmacyPermissions.ViewDrugs, 522);
        Add("rules", "adjustments", PharmacyPermissions.EditRules, 523);
        Add("health-accesses", "stethoscope", PharmacyPermissions.AuditHealth, 524);
        Add("health-letters", "mail-heart", PharmacyPermissions.AuditHealth, 525);

        void Add(string page, string icon, string permission, int order) =>
            module.MenuItem(new MenuItem($"pharmacy.{page}.title", "pharmacy/" + page, icon, permission, order));
    }

    public static void Map(ModuleEndpoints endpoints)
    {
        CounterPages.Map(endpoints.BrandPages);
        HealthPages.Map(endpoints.BrandPages);
        HealthLetterPages.Map(endpoints.BrandPages);
        RankingPages.Map(endpoints.BrandPages);
        DrugPages.Map(endpoints.BrandPages);
        RulePages.Map(endpoints.BrandPages);
        OwnClubPages.Map(endpoints.MemberPages);
    }

    /// <summary>An address of this module in the brand of the page.</summary>
    public static string To(this PageContext page, string path) =>
        PageAddress.Of(page.Request.Http.Request.RouteValues["brand"] as string, "pharmacy/" + path);
}
