using Microsoft.AspNetCore.Builder;
using RetailMember.Platform.Http;

namespace RetailMember.Platform;

/// <summary>The steps of every request, in their one right order.</summary>
public static class PlatformPipeline
{
    /// <summary>Takes the query value <c>returnTo</c>.</summary>
    public const string SignInAddress = "/platform/sign-in";

    /// <summary>
    /// From routing up to the endpoint. The host puts its static files before and anti-forgery and endpoints after.
    /// The module door stands before anybody is asked for a permission: a switched-off brand answers 404, not 403.
    /// </summary>
    public static IApplicationBuilder UsePlatform(this IApplicationBuilder app) => app
        .UseMiddleware<LastNet>()
        .UseRouting()
        .UseMiddleware<PrivateAnswers>()
        .UseAuthentication()
        .UseRateLimiter()
        .UseMiddleware<ModuleDoor>();
}
