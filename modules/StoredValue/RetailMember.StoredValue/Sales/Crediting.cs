using RetailMember.People;
using RetailMember.Settings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Who is credited with a sale: whoever is named; else of a reload whoever sold to the card last, and the store where nobody
/// did; where he sells here no more, the store or nobody, as the brand wants it; else of a new card whoever writes it down, so
/// that nobody sells and loads by leaving the seller out.
/// </summary>
internal sealed class Crediting(IStaff staff, ISettings settings)
{
    public const string OnlyWhenEmptySetting = "StoredValue.RenewalsCreditOnlyWhenEmpty";

    /// <summary>Whose performance a renewal is whose last seller sells here no more.</summary>
    public const string RenewalsOfLeaversSetting = "StoredValue.RenewalsOfWhoLeft";

    /// <summary>What <see cref="RenewalsOfLeaversSetting"/> may be.</summary>
    public static readonly string[] Receivers = [StoreChoice, "nobody"];

    public const string StoreChoice = "store";

    public (StaffPerson? Seller, Attribution Why) Of(string? named, Card? reloaded, CallContext call)
    {
        var brandId = call.RequiredBrand.Id;
        if (named is { Length: > 0 }) return (Find(named, brandId), Attribution.Named);
        if (reloaded is null)
            return HereOf(call.Caller.Id, brandId) is { } drafter ? (drafter, Attribution.Drafter) : (null, Attribution.Store);
        if (reloaded.LastSellerId is not { } last) return (null, Attribution.Store);
        if (settings.YesNo(OnlyWhenEmptySetting, brandId) && (reloaded.Available + reloaded.Frozen).TotalFen > 0)
            return (null, Attribution.Store);
        // Whoever left, or sells no more, is credited with nothing more; what he had earned stays his.
        if (Sells(last, brandId) && HereOf(last, brandId) is { } here) return (here, Attribution.LastSeller);
        return (null, settings.Text(RenewalsOfLeaversSetting, brandId) == StoreChoice ? Attribution.Store : Attribution.Nobody);
    }

    /// <summary>By user name; refused where nobody of the brand has it, and for one who has no right to sell there.</summary>
    public StaffPerson Find(string named, int brandId)
    {
        if (staff.Find(named) is not { } found || !found.RolesIn(brandId).Any())
            throw new Refusal("storedvalue.seller-not-found", RefusalKind.NotFound, ("seller", named));
        return MaySell(found, brandId)
            ? found
            : throw new Refusal("storedvalue.seller-may-not-sell", RefusalKind.Conflict, ("seller", named));
    }

    /// <summary>Everybody who can be named as a seller, by user name.</summary>
    public IReadOnlyList<StaffPerson> SellersOf(int brandId) => [.. staff.Of(brandId).Where(p => MaySell(p, brandId))];

    /// <summary>Whether somebody is here and sells: then his customers' renewals are credited to him.</summary>
    public bool Sells(Guid person, int brandId) => HereOf(person, brandId) is { } here && MaySell(here, brandId);

    private bool MaySell(StaffPerson person, int brandId) => staff.May(person.Id, SalesPermissions.SellCards, brandId);

    private StaffPerson? HereOf(Guid? person, int brandId) =>
        person is { } id && staff.Find(id) is { } here && here.RolesIn(brandId).Any() ? here : null;
}
