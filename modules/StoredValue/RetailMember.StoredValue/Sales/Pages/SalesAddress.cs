using RetailMember.Pages;

namespace RetailMember.StoredValue.Sales.Pages;

/// <summary>Addresses of these pages, of the brand that the present page belongs to.</summary>
internal static class SalesAddress
{
    public static string ToSales(this PageContext page, string path) =>
        PageAddress.Of(page.Request.Http.Request.RouteValues["brand"] as string, "storedvalue/" + path);

    public static string ToSales(this PageCall page, string path) => page.Address("storedvalue/" + path);
}
