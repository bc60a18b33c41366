using Microsoft.AspNetCore.Http;
using RetailMember.Http;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Refuses a mobile in an address of the API: addresses stand in the logs of every server on the way. Who has only a
/// mobile searches by it first, in a body.
/// </summary>
internal sealed class MobileInAddress : IEndpointFilter
{
    private const string Identifier = "member";
    private const string Search = "search";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var given = http.Request.Query[Search].Append(http.Request.RouteValues[Identifier] as string);
        return given.Any(text => Mobile.TryParse(text, out _))
            ? new ValueTask<object?>(Problems.Of(new Refusal("membership.mobile-in-address", RefusalKind.Invalid), http))
            : next(context);
    }
}
