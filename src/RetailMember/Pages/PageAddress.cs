using RetailMember.Brands;

namespace RetailMember.Pages;

/// <summary>Addresses of pages: of a brand below <c>/brands/{brand}/</c>, of the chain below <c>/</c>.</summary>
public static class PageAddress
{
    public static string Of(Brand? brand, string path) => Of(brand?.Code, path);

    public static string Of(string? brand, string path) =>
        brand is null ? "/" + path.TrimStart('/') : $"/brands/{brand}/{path.TrimStart('/')}";
}
