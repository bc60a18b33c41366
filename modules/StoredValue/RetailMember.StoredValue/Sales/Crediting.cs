using RetailMember.People;
using RetailMember.Settings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>Who is credited with a sale: whoever is named, else of a reload whoever sold to the card last, else the store.</summary>
internal sealed class Crediting(IStaff staff, ISettings settings)
{
    public const string OnlyWhenEmptySetting = "StoredValue.RenewalsCreditOnlyWhenEmpty";

    public (StaffPerson? Seller, Attribution Why) Of(string? named, Card? reloaded, int brandId)
    {
        if (named is { Length: > 0 })
        {
            return staff.Find(named) is { } found && found.RolesIn(brandId).Any()
                ? (found, Attribution.Named)
                : throw new Refusal("storedvalue.seller-not-found", RefusalKind.NotFound, ("seller", named));
        }

        if (reloaded?.LastSellerId is not { } last) return (null, Attribution.Store);
        if (settings.YesNo(OnlyWhenEmptySetting, brandId) && (reloaded.Available + reloaded.Frozen).TotalFen > 0)
            return (null, Attribution.Store);
        // Whoever left is credited with nothing more; what he had earned stays his.
        return staff.Find(last) is { } here && here.RolesIn(brandId).Any() ? (here, Attribution.LastSeller) : (null, Attribution.Store);
    }
}
