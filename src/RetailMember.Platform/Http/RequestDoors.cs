using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Platform.Http;

/// <summary>
/// Between routing and the endpoint: what belongs to a module is there only while the module runs, and in a brand only
/// while it is on there. A closed door looks like no door: 404.
/// </summary>
internal sealed class ModuleDoor(RequestDelegate next, ModuleCatalogue modules, IBrandDirectory brands)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ModuleMark>() is not { } mark) return next(http);
        var brand = http.Request.RouteValues["brand"] is string code ? brands.Find(code) : null;
        if (modules.IsRunning(mark.Module) && (brand is null || brands.IsOn(mark.Module, brand.Id, null))) return next(http);
        throw new Refusal("module.off", RefusalKind.NotFound, ("module", mark.Module));
    }
}

/// <summary>What nobody may keep: answers with people's data stay out of every cache, and out of other sites' frames.</summary>
internal sealed class PrivateAnswers(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ModuleMark>() is null) return next(http);
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        if (http.IsApi()) headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return next(http);
    }
}

/// <summary>
/// The last net. A refusal becomes a problem document, or for a page the log-in page or a plain status; a fault becomes
/// 'unexpected' and nothing of its details leaves the house.
/// </summary>
internal sealed class LastNet(RequestDelegate next, ILogger<LastNet> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for an answer any more.
        }
        catch (Refusal refusal) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, Problems.StatusOf(refusal.Kind), refusal);
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            var code = fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "request.too-large" : "request.invalid";
            await AnswerAsync(http, fault.StatusCode, new Refusal(code, RefusalKind.Invalid));
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            log.LogError(fault, "{Method} {Endpoint} failed", http.Request.Method, http.GetEndpoint()?.DisplayName);
            await AnswerAsync(http, StatusCodes.Status500InternalServerError, new Refusal("unexpected", RefusalKind.Conflict));
        }
    }

    private static async Task AnswerAsync(HttpContext http, int status, Refusal refusal)
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;
        if (isPage && refusal.Kind == RefusalKind.SignInNeeded && HttpMethods.IsGet(http.Request.Method))
        {
            var wanted = Uri.EscapeDataString(http.Request.Path + http.Request.QueryString);
            http.Response.Redirect($"{PlatformPipeline.SignInAddress}?returnTo={wanted}");
            return;
        }

        // Pages have their own words for a bare status.
        if (isPage) http.Response.StatusCode = status;
        else await Problems.Of(status, refusal, http).ExecuteAsync(http);
    }
}
