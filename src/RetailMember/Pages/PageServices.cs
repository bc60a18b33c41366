using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.Pages;

/// <summary>What the host adds so that modules can serve pages.</summary>
public static class PageServices
{
    /// <summary>
    /// Nothing inline: no script, no style. Images may be data, because the theme's stylesheet holds some.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The host still registers an <see cref="IShellSource"/> and the texts.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        // Chinese as it is, not as entities: pages a third of the size.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "csrf";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.HeaderName = Csrf.HeaderName;
            options.FormFieldName = Csrf.FieldName;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<PageAssets>();
        return services;
    }

    /// <summary>
    /// Security headers and the files under wwwroot. Before routing; <c>UseAntiforgery</c> stays the host's to place,
    /// after authorization.
    /// </summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app)
    {
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return next(http);
        });
        return app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = PageAssets.SetCaching });
    }
}
