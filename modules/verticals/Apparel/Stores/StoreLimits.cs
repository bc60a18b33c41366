using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Stores;

/// <summary>The stores that a list is limited to: by the caller's grants, and by the one that he asks for.</summary>
internal static class StoreLimits
{
    /// <summary>Null: all of them. Refuses <c>store.not-found</c>.</summary>
    public static IReadOnlyList<int>? StoresFor(this CallContext call, IBrandDirectory brands, string permission,
        string? storeCode)
    {
        var own = call.Caller.StoresOf(permission, call.RequiredBrand.Id);
        if (string.IsNullOrEmpty(storeCode)) return own;
        var store = brands.RequireStore(call.RequiredBrand.Id, storeCode);
        return own is null || own.Contains(store.Id) ? [store.Id] : [];
    }

    /// <summary>The brand's store of this code. Refuses <c>store.not-found</c>.</summary>
    public static Store RequireStore(this IBrandDirectory brands, int brandId, string code) =>
        brands.FindStore(brandId, code)
        ?? throw new Refusal(NamedStores.NotFound, RefusalKind.NotFound, ("store", code));

    /// <summary>
    /// What was bought at a store that has the module on: events are told to a brand with any such store.
    /// </summary>
    public static IEnumerable<PurchaseRecorded> WhereOn(this IEnumerable<PurchaseRecorded> bought,
        IBrandDirectory brands) =>
        bought.Where(b => brands.IsOn(ApparelModule.ModuleName, b.BrandId, b.StoreId));

    /// <summary>Who joined at a store that has the module on; who joined at none, where any store has.</summary>
    public static IEnumerable<MemberEnrolled> WhereOn(this IEnumerable<MemberEnrolled> joined, IBrandDirectory brands) =>
        joined.Where(j => brands.IsOn(ApparelModule.ModuleName, j.BrandId, j.StoreId));
}
