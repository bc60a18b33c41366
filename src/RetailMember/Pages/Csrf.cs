using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.Pages;

/// <summary>The token that proves that a form came from a page of this site.</summary>
public static class Csrf
{
    public const string FieldName = "csrf";

    /// <summary>Sent by htmx requests; see app.js.</summary>
    public const string HeaderName = "X-CSRF-Token";

    public static string TokenOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
}
