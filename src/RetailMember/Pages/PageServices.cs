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

    /// <summary>Security headers, the files under wwwroot, and pages for what goes wrong. First in the pipeline.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app)
    {
        app.Use((http, next) =>
        {
            http.Response.OnStarting(AddSecurityHeaders, http.Response.Headers);
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = PageAssets.SetCaching });
        return app.UseMiddleware<PageErrors>();
    }

    /// <summary>Antiforgery, for pages without exception. After authentication: a token is one person's.</summary>
    public static IApplicationBuilder UsePageForms(this IApplicationBuilder app)
    {
        app.UseAntiforgery();
        return app.UseMiddleware<PageForgery>();
    }

    /// <summary>At the last moment, because an error page clears the headers set before.</summary>
    private static Task AddSecurityHeaders(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
