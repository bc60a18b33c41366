using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RetailMember.Http;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>
/// Refuses mobiles and names in an address of the API: addresses stand in the logs of every server on the way. Who has
/// only these searches by them first, in a body.
/// </summary>
internal static class PersonInAddress
{
    private const string Identifier = "member";
    private const string Search = "search";

    public static void RefusePersonInAddress(this IEndpointConventionBuilder addresses) => addresses.Add(endpoint =>
    {
        var next = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = http => RefusalOf(http) is { } code
            ? Problems.Of(new Refusal(code, RefusalKind.Invalid), http).ExecuteAsync(http)
            : next(http);
    });

    private static string? RefusalOf(HttpContext http)
    {
        string?[] searched = [.. http.Request.Query[Search]];
        if (searched.Append(http.Request.RouteValues[Identifier] as string).Any(text => Mobile.TryParse(text, out _)))
            return "membership.mobile-in-address";
        return Array.Exists(searched, MayBeName) ? "membership.name-in-address" : null;
    }

    /// <summary>Numbers and cards have digits and no letters beyond ASCII; whatever else is searched is a name.</summary>
    private static bool MayBeName(string? text) =>
        !string.IsNullOrWhiteSpace(text) && !(text.All(char.IsAscii) && text.Any(char.IsAsciiDigit));
}
