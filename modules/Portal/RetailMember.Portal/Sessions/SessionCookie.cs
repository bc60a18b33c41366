using Microsoft.AspNetCore.Http;
using RetailMember.Brands;
using RetailMember.Pages;

namespace RetailMember.Portal.Sessions;

/// <summary>The cookie of a member's session: out of reach for scripts, and sent to the pages of his own brand alone.</summary>
internal static class SessionCookie
{
    private const string Name = "member";

    public static string? Of(HttpContext http) => http.Request.Cookies[Name];

    public static void Set(HttpContext http, Brand brand, OpenedSession opened) =>
        http.Response.Cookies.Append(Name, opened.Token, Options(http, brand, SessionDesk.Life));

    public static void Clear(HttpContext http, Brand brand) => http.Response.Cookies.Delete(Name, Options(http, brand, null));

    private static CookieOptions Options(HttpContext http, Brand brand, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = MemberAddress.Of(brand, ""),
        MaxAge = life,
    };
}
