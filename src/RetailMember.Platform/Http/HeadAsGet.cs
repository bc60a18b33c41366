using Microsoft.AspNetCore.Http;

namespace RetailMember.Platform.Http;

/// <summary>
/// HEAD is answered as GET is, whatever has an address; the server itself leaves the body out, because it remembers how
/// the request began.
/// </summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
