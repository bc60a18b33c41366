using RetailMember.Modules;

namespace RetailMember.StoredValue.Closings;

/// <summary>What the module maps for cards that are given up.</summary>
internal static class ClosingServices
{
    public static void MapClosings(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindClosings>("GET", "/closings");
        endpoints.ForBrand<RequestClosing>("POST", "/stored-value-cards/{card}/closings");
        endpoints.ForBrand<DecideClosing>("POST", "/closings/{closing}/decision");
    }
}
