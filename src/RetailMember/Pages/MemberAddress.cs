using Microsoft.AspNetCore.Http;
using RetailMember.Brands;

namespace RetailMember.Pages;

/// <summary>
/// Addresses of the pages that members see on their phones: below <c>/m/{brand}</c>, to which the cookie of a member's
/// session is bound.
/// </summary>
public static class MemberAddress
{
    /// <summary>The page that asks a member who he is.</summary>
    public const string LogIn = "log-in";

    internal const string Pattern = "/m/{brand}";

    /// <param name="brand">Whose members they are for.</param>
    /// <param name="path">Below the brand; empty for the first page.</param>
    public static string Of(Brand brand, string path) => Of(brand.Code, path);

    public static string Of(string brand, string path) => $"/m/{brand}/{path}".TrimEnd('/');

    /// <summary>With scheme and host, as a QR code has it.</summary>
    public static string Whole(HttpRequest request, Brand brand, string path) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}{Of(brand, path)}";
}
