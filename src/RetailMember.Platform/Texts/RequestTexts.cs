using Microsoft.AspNetCore.Http;
using RetailMember.Platform.Access;
using RetailMember.Platform.Http;
using RetailMember.Texts;

namespace RetailMember.Platform.Texts;

/// <summary>
/// The language of a request. Pages: the cookie that the language switch sets, then the person's own, then what the
/// browser prefers. API: Accept-Language alone. Everything else: zh-Hans.
/// </summary>
internal sealed class RequestTexts(TextCatalogue catalogue, Callers callers)
{
    public const string Cookie = "language";

    public ITexts For(HttpContext? http) => catalogue.For(http is null ? null : LanguageOf(http));

    private string? LanguageOf(HttpContext http)
    {
        if (http.IsApi()) return Preferred(http);
        return http.Request.Cookies[Cookie] is { } chosen && TextCatalogue.Languages.Contains(chosen)
            ? chosen
            : callers.PersonOf(http)?.Language ?? Preferred(http);
    }

    private static string? Preferred(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Known(l.Value.ToString()))
            .FirstOrDefault(l => l is not null);

    private static string? Known(string tag) =>
        tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? TextCatalogue.DefaultLanguage
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
        : null;
}
