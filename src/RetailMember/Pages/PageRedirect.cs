using Microsoft.AspNetCore.Http;

namespace RetailMember.Pages;

/// <summary>
/// 303 to another page of this site. htmx is told by header instead, because fetch would follow a 303 unseen and put
/// the next page into a piece of this one.
/// </summary>
internal sealed class PageRedirect(string address, Flash? flash) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        flash?.Leave(httpContext);
        if (httpContext.Request.Headers.ContainsKey("HX-Request"))
        {
            httpContext.Response.StatusCode = StatusCodes.Status200OK;
            httpContext.Response.Headers["HX-Redirect"] = address;
        }
        else
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
        }
        return Task.CompletedTask;
    }
}
