using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Pages.Display;

namespace RetailMember.Pages;

/// <summary>A message that the next page shows once, kept in a protected cookie: no server remembers it.</summary>
/// <param name="Text">Text key.</param>
/// <param name="Facts">What the text names as {name}.</param>
public sealed record Flash(Tone Tone, string Text, IReadOnlyDictionary<string, string> Facts)
{
    private const string CookieName = "flash";

    public static Flash Success(string text, params (string Name, object? Value)[] facts) => Of(Tone.Success, text, facts);

    public static Flash Warning(string text, params (string Name, object? Value)[] facts) => Of(Tone.Warning, text, facts);

    public static Flash Danger(string text, params (string Name, object? Value)[] facts) => Of(Tone.Danger, text, facts);

    internal void Leave(HttpContext http) =>
        http.Response.Cookies.Append(CookieName, Protector(http).Protect(JsonSerializer.Serialize(this)), Options(http));

    /// <summary>The message left by the page before, which is thereby used up.</summary>
    internal static Flash? Take(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(CookieName, out var left)) return null;
        http.Response.Cookies.Delete(CookieName, Options(http));
        try
        {
            return JsonSerializer.Deserialize<Flash>(Protector(http).Unprotect(left));
        }
        catch (Exception fault) when (fault is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static Flash Of(Tone tone, string text, (string Name, object? Value)[] facts) =>
        new(tone, text, facts.ToDictionary(f => f.Name, f => Convert.ToString(f.Value, Invariant) ?? ""));

    private static readonly System.Globalization.CultureInfo Invariant = System.Globalization.CultureInfo.InvariantCulture;

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("RetailMember.Pages.Flash");

    private static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" };
}
