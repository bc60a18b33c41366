using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

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

    /// <summary>Whether filters came in the body, because what they search names people.</summary>
    public bool IsPosted => Http.Request.HasFormContentType;

    /// <summary>The value of a table's filter, in the body or in the address; null where it is not set.</summary>
    public string? Filter(string name) => Filters.FirstOrDefault(f => f.Name == name).Value;

    /// <summary>All that a table was asked for, without what is empty.</summary>
    public IEnumerable<(string Name, string Value)> Filters =>
        from sent in (IEnumerable<KeyValuePair<string, StringValues>>)(IsPosted ? Http.Request.Form : Http.Request.Query)
        where sent.Key != Csrf.FieldName
        from value in sent.Value
        where !string.IsNullOrEmpty(value)
        select (sent.Key, value);

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
