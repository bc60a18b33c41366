using Microsoft.AspNetCore.Builder;
using RetailMember.Platform.Http;
using RetailMember.Platform.Pages.Account;

namespace RetailMember.Platform;

/// <summary>The steps of every request, in their one right order.</summary>
public static class PlatformPipeline
{
    /// <summary>
    /// From routing up to the endpoint. The host puts files and error pages before, anti-forgery and endpoints after.
    /// The module door stands before anybody is asked for a permission: a switched-off brand answers 404, not 403.
    /// </summary>
    public static IApplicationBuilder UsePlatform(this IApplicationBuilder app) => app
        .UseMiddleware<HeadAsGet>()
        .UseRouting()
        .UseMiddleware<ApiErrors>()
        .UseMiddleware<LargeBodies>()
        .UseAuthentication()
        .UseRateLimiter()
        .UseMiddleware<ModuleDoor>()
        .UseMiddleware<OwnPasswordFirst>();
}
