using Microsoft.AspNetCore.Http;

namespace RetailMember.Platform.Http;

internal static class ApiPath
{
    /// <summary>Ignores case, as routing does: /API must not pass for a page, which would believe a cookie.</summary>
    public static bool IsApi(this HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
