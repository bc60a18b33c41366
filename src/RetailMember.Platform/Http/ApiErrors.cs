using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RetailMember.Http;
using RetailMember.UseCases;

namespace RetailMember.Platform.Http;

/// <summary>
/// The API's last net, as error pages are the pages': a refusal becomes its problem document, a fault the problem
/// 'unexpected', and nothing of its details leaves the house. No answer of the API is kept by a cache.
/// </summary>
internal sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public Task InvokeAsync(HttpContext http) => http.IsApi() ? CatchAsync(http) : next(http);

    private async Task CatchAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(http);
            if (IsBare(http)) await ShowAsync(http, http.Response.StatusCode, "request.refused");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is waiting for an answer any more.
        }
        catch (Refusal refusal) when (!http.Response.HasStarted)
        {
            await Problems.Of(refusal, http).ExecuteAsync(http);
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            var tooLarge = fault.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await ShowAsync(http, fault.StatusCode, tooLarge ? "request.too-large" : "request.refused");
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            log.LogError(fault, "{Method} {Endpoint} failed", http.Request.Method, http.GetEndpoint()?.DisplayName);
            await ShowAsync(http, StatusCodes.Status500InternalServerError, "unexpected");
        }
    }

    /// <summary>An error that nobody wrote an answer to: no such address, another method, another content type.</summary>
    private static bool IsBare(HttpContext http) =>
        http.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null };

    private static Task ShowAsync(HttpContext http, int status, string code)
    {
        if (status == StatusCodes.Status404NotFound) code = "address.not-found";
        return Problems.Of(status, new Refusal(code, RefusalKind.Invalid), http).ExecuteAsync(http);
    }
}
