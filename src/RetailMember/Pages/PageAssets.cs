using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;

namespace RetailMember.Pages;

/// <summary>Addresses of static files that change with their content, so that browsers may keep them for good.</summary>
public sealed class PageAssets(IWebHostEnvironment environment)
{
    private const string VersionParameter = "v";

    private readonly ConcurrentDictionary<string, string> _addresses = new();

    /// <param name="path">From the web root, for example <c>/css/site.css</c>.</param>
    public string this[string path] => _addresses.GetOrAdd(path, WithVersion);

    internal static void SetCaching(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Query.ContainsKey(VersionParameter)
            ? "public, max-age=31536000, immutable"
            : "no-cache";

    private string WithVersion(string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists) return path;
        using var content = file.CreateReadStream();
        return $"{path}?{VersionParameter}={Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6))}";
    }
}
