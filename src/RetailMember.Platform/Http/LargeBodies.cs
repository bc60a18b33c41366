using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using RetailMember.UseCases;

namespace RetailMember.Platform.Http;

/// <summary>
/// Refuses a body that says it is larger than its address takes. Up to a bound it is read to its end first: a server that
/// answers and hangs up while the client still sends cuts the connection, and the client never sees why.
/// </summary>
internal sealed class LargeBodies(RequestDelegate next)
{
    /// <summary>Bytes that are read only to be thrown away; whoever sends more has to live with a cut connection.</summary>
    private const long MostDrained = 16 * 1024 * 1024;

    public Task InvokeAsync(HttpContext http) =>
        http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit && http.Request.ContentLength > limit.MaxRequestBodySize
            ? RefuseAsync(http, limit)
            : next(http);

    private static async Task RefuseAsync(HttpContext http, IHttpMaxRequestBodySizeFeature limit)
    {
        var largest = limit.MaxRequestBodySize;
        if (http.Request.ContentLength <= MostDrained && !limit.IsReadOnly)
        {
            limit.MaxRequestBodySize = MostDrained;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        throw new Refusal("request.too-large", RefusalKind.TooLarge, ("bytes", largest));
    }
}
