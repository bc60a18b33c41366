using RetailMember.Pages;

namespace RetailMember.StoredValue.Pages;

/// <summary>Addresses of this module's pages, of the brand that the present page belongs to.</summary>
internal static class StoredValueAddress
{
    public static string To(this PageContext page, string path) =>
        PageAddress.Of(page.Request.Http.Request.RouteValues["brand"] as string, "storedvalue/" + path);

    public static string ToStoredValue(this PageCall page, string path) => page.Address("storedvalue/" + path);

    /// <summary>A member's file, which is Membership's page.</summary>
    public static string ToMember(this PageContext page, string memberNo) => PageAddress.Of(
        page.Request.Http.Request.RouteValues["brand"] as string, "membership/members/" + Uri.EscapeDataString(memberNo));
}
