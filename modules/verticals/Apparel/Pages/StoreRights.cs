using RetailMember.Brands;
using RetailMember.Pages;

namespace RetailMember.Apparel.Pages;

internal static class StoreRights
{
    /// <summary>Whether whoever asks has a right at any store of the brand.</summary>
    public static bool MayAtStore(this PageCall page, IBrandDirectory brands, string permission) =>
        page.Context.Caller.HoldsAnywhere(permission) && brands.For(page, permission).Count > 0;
}
