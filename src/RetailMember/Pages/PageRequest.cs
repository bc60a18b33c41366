using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace RetailMember.Pages;

/// <summary>What a component may know of the request it answers.</summary>
public sealed class PageRequest(HttpContext http)
{
    public HttpContext Http { get; } = http;

    public string Path { get; } = http.Request.PathBase + http.Request.Path;

    /// <summary>
    /// Asked by htmx for a piece of a page that is already open. A restored history entry and a boosted link need the
    /// whole document.
    /// </summary>
    public bool WantsFragment { get; } =
        http.Request.Headers.ContainsKey("HX-Request")
        && !http.Request.Headers.ContainsKey("HX-Boosted")
        && !http.Request.Headers.ContainsKey("HX-History-Restore-Request");

    /// <summary>The value of a query parameter, or null.</summary>
    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>This page's address with some query parameters changed; null takes one out.</summary>
    public string With(params (string Name, string? Value)[] changes) => With(Path, changes);

    /// <summary>Another address with this page's query, some parameters of it changed.</summary>
    public string With(string path, params (string Name, string? Value)[] changes)
    {
        var changed = changes.Select(c => c.Name).ToHashSet();
        var kept = Http.Request.Query
            .Where(p => !changed.Contains(p.Key))
            .SelectMany(p => p.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => (Name: p.Key, Value: v)));
        var given = changes.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => (c.Name, c.Value));
        return QueryHelpers.AddQueryString(path, kept.Concat(given).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }

    /// <summary>Path and query, for links that come back here.</summary>
    public string Address => Http.Request.GetEncodedPathAndQuery();
}
