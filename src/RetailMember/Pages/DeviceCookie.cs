using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace RetailMember.Pages;

/// <summary>
/// Tells one phone or browser from another on the pages of members, so that nobody refers himself: chance alone, without
/// anything of the person, out of reach for scripts.
/// </summary>
public static class DeviceCookie
{
    private const string Name = "device";
    private const int Bytes = 16;
    private const int LongestKept = 64;
    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    /// <summary>The mark of whoever asks; a new one is set where there is none.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Request.Cookies[Name] is { Length: > 0 and <= LongestKept } known) return known;
        var drawn = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        http.Response.Cookies.Append(Name, drawn, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/m",
            MaxAge = Life,
        });
        return drawn;
    }
}
