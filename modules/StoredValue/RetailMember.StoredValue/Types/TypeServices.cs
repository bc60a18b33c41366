using RetailMember.Modules;

namespace RetailMember.StoredValue.Types;

/// <summary>What the module maps for card types.</summary>
internal static class TypeServices
{
    public static void MapTypes(this ModuleEndpoints endpoints)
    {
        endpoints.ForBrand<FindCardTypes>("GET", "/card-types");
        endpoints.ForBrand<ReadCardType>("GET", "/card-types/{cardType}");
        endpoints.ForBrand<EditCardType>("PUT", "/card-types/{cardType}");
        endpoints.ForBrand<TakeOverCardType>("POST", "/proposed-card-types/{cardType}/draft");
        endpoints.ForBrand<ActivateCardType>("POST", "/card-types/{cardType}/activation");
    }
}
