using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Platform.Pages.Shared;
using RetailMember.Platform.Texts;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Home;

/// <summary>Another language, for this browser, before and after signing in.</summary>
internal static class LanguagePages
{
    public static void Map(ModuleEndpoints endpoints) =>
        endpoints.HousePages.MapPost(ShellModel.Empty.LanguageAction, (LanguageForm form, HttpContext http) =>
        {
            if (TextCatalogue.Languages.Contains(form.Language)) Keep(http, form.Language!);
            return Page.Redirect(LocalAddress.Of(form.ReturnTo));
        });

    public static void Keep(HttpContext http, string language) =>
        http.Response.Cookies.Append(RequestTexts.Cookie, language, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            HttpOnly = true,
        });

    internal sealed record LanguageForm(string? Language, string? ReturnTo)
    {
        public static async ValueTask<LanguageForm> BindAsync(HttpContext http)
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return new LanguageForm(form["language"], form["returnTo"]);
        }
    }
}
