using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Layout;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Pages;

/// <summary>Turns refusals, faults and missing pages into pages; the API answers with problems of its own.</summary>
internal sealed partial class PageErrors(RequestDelegate next, ILogger<PageErrors> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (IsBare(http) && IsPage(http)) await ShowAsync(http, http.Response.StatusCode, null);
        }
        catch (Refusal refusal) when (!http.Response.HasStarted && IsPage(http))
        {
            await (refusal.Kind == RefusalKind.SignInNeeded ? SignInAsync(http) : RefuseAsync(http, refusal));
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted && IsPage(http))
        {
            await ShowAsync(http, fault.StatusCode, null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !http.Response.HasStarted && IsPage(http))
        {
            Failed(log, fault, http.Request.Method, http.Request.Path, http.TraceIdentifier);
            await ShowAnewAsync(http);
        }
    }

    /// <summary>An error that nobody has written an answer to.</summary>
    private static bool IsBare(HttpContext http) =>
        !http.Response.HasStarted && http.Response.StatusCode >= 400 && http.Response.ContentType is null;

    /// <summary>An address of a module's page, or one that a browser opened and that does not exist.</summary>
    private static bool IsPage(HttpContext http) =>
        http.GetEndpoint() is { } endpoint
            ? endpoint.Metadata.GetMetadata<PageMark>() is not null
            : http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task SignInAsync(HttpContext http)
    {
        var isForMembers = http.GetEndpoint()?.Metadata.GetMetadata<MemberMark>() is not null;
        var home = isForMembers ? MemberAddress.Of(BrandOf(http), "") : "/";
        var door = isForMembers ? MemberAddress.Of(BrandOf(http), MemberAddress.LogIn) : ShellModel.Empty.SignInAddress;
        var back = HttpMethods.IsGet(http.Request.Method) ? new PageRequest(http).Address : home;
        http.Response.Clear();
        return Page.Redirect($"{door}?returnTo={Uri.EscapeDataString(back)}").ExecuteAsync(http);
    }

    private static string BrandOf(HttpContext http) => (string)http.Request.RouteValues["brand"]!;

    private static Task RefuseAsync(HttpContext http, Refusal refusal)
    {
        if (refusal.Kind == RefusalKind.TooLarge && FormOf(http) is { } form)
        {
            http.Response.Clear();
            return Page.Redirect(form, Flash.Danger("refusal." + refusal.Code)).ExecuteAsync(http);
        }

        var texts = http.RequestServices.GetRequiredService<ITexts>();
        var faults = refusal.Fields.Where(f => f.Code != refusal.Code).Select(f => Said(texts, f));
        var text = string.Join(" ", faults.Prepend(texts.Format("refusal." + refusal.Code, refusal.Facts)));
        return ShowAsync(http, Problems.StatusOf(refusal.Kind), text);
    }

    private static string Said(ITexts texts, FieldFault fault)
    {
        var text = texts.Format("refusal." + fault.Code, fault.Facts);
        return texts.OfField(fault.Field) is { } name ? $"{name}: {text}" : text;
    }

    /// <summary>The page of this site from which a form was sent; null where the browser does not tell.</summary>
    private static string? FormOf(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && !new PageRequest(http).WantsFragment
        && Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var from)
        && from.Authority.Equals(http.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? from.PathAndQuery
            : null;

    /// <summary>In a scope of its own: a page that failed half way has left its own half done, the renderer included.</summary>
    private static async Task ShowAnewAsync(HttpContext http)
    {
        var failed = http.RequestServices;
        await using var scope = failed.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await ShowAsync(http, StatusCodes.Status500InternalServerError, null);
        }
        finally
        {
            http.RequestServices = failed;
        }
    }

    private static Task ShowAsync(HttpContext http, int status, string? text)
    {
        var fragment = new PageRequest(http).WantsFragment;
        var retryAfter = http.Response.Headers.RetryAfter;
        http.Response.Clear();
        if (retryAfter.Count > 0) http.Response.Headers.RetryAfter = retryAfter;
        if (fragment) ShellMessages.Aim(http.Response.Headers);
        var reference = status >= StatusCodes.Status500InternalServerError ? http.TraceIdentifier : null;
        var page = fragment
            ? Page.Part<ErrorAlert>(new { Status = status, Text = text, Reference = reference }, status)
            : Page.Of<ErrorPage>(new { Status = status, Text = text, Reference = reference }, status);
        return page.ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed ({Reference})")]
    private static partial void Failed(ILogger log, Exception fault, string method, string path, string reference);
}
