using Microsoft.AspNetCore.Http;
using RetailMember.Http;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Refuses mobiles and names in an address of the API: addresses stand in the logs of every server on the way. Who has
/// only these searches by them first, in a body.
/// </summary>
internal sealed class PersonInAddress : IEndpointFilter
{
    private const string Identifier = "member";
    private const string Search = "search";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        string?[] searched = [.. http.Request.Query[Search]];
        if (searched.Append(http.Request.RouteValues[Identifier] as string).Any(text => Mobile.TryParse(text, out _)))
            return Refuse("membership.mobile-in-address", http);
        return Array.Exists(searched, MayBeName) ? Refuse("membership.name-in-address", http) : next(context);
    }

    /// <summary>Numbers and cards have digits and no letters beyond ASCII; whatever else is searched is a name.</summary>
    private static bool MayBeName(string? text) =>
        !string.IsNullOrWhiteSpace(text) && !(text.All(char.IsAscii) && text.Any(char.IsAsciiDigit));

    private static ValueTask<object?> Refuse(string code, HttpContext http) =>
        new(Problems.Of(new Refusal(code, RefusalKind.Invalid), http));
}
