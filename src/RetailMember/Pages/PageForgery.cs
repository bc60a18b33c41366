using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Pages;

/// <summary>
/// Refuses every changing request to a page that does not carry this site's token, in the form or in the header, so
/// that no page has to remember to ask for it. The API is spared: it is not called with a cookie's power.
/// </summary>
internal sealed class PageForgery(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null && !await IsValidAsync(http))
            throw new Refusal("request.forged", RefusalKind.Forbidden);
        await next(http);
    }

    /// <summary>The token may stand in the form, which for this is read whole: a file too large shows here already.</summary>
    private async Task<bool> IsValidAsync(HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException fault)
        {
            throw fault.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                ? new Refusal("request.too-large", RefusalKind.TooLarge)
                : new Refusal("request.not-form", RefusalKind.Invalid);
        }
    }
}
