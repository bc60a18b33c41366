using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using RetailMember.Http;
using RetailMember.Platform.Access;
using RetailMember.Platform.People;
using RetailMember.UseCases;

namespace RetailMember.Platform.Http;

/// <summary>Bearer tokens for people who use the API: an hour each, renewed until the session ends.</summary>
internal static class SignInEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/token", TokenAsync).Describe<TokenRequest>("platform.token");
        api.MapPost("/token/refresh", RefreshAsync).Describe<RefreshRequest>("platform.refresh-token");
    }

    private static void Describe<TRequest>(this RouteHandlerBuilder endpoint, string name)
        where TRequest : notnull => endpoint
        .WithName(name)
        .Accepts<TRequest>("application/json")
        .Produces<AccessTokenResponse>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .RequireRateLimiting(RateLimits.SignIn);

    private static async Task<IResult> TokenAsync(HttpContext http, SignInDesk desk, SignInThrottle throttle)
    {
        try
        {
            var request = await InputReader<TokenRequest>.FromBodyAsync(http);
            throttle.Take(http, request.UserName);
            var badge = await desk.CheckAsync(
                request.UserName, request.Password, request.Code, Channel.Api, http.RequestAborted);
            return TypedResults.SignIn(badge, authenticationScheme: IdentityConstants.BearerScheme);
        }
        catch (Refusal refusal)
        {
            return Problems.Of(refusal, http);
        }
    }

    private static async Task<IResult> RefreshAsync(
        HttpContext http, AccessDirectory access, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    {
        try
        {
            var request = await InputReader<RefreshRequest>.FromBodyAsync(http);
            var protector = options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector;
            var ticket = protector.Unprotect(request.RefreshToken);
            if (ticket?.Properties.ExpiresUtc > time.GetUtcNow()
                && Badge.Read(ticket.Principal, time.GetUtcNow()) is { } badge
                && access.Current.People.TryGetValue(badge.Id, out var person) && person.SecurityStamp == badge.Stamp)
                return TypedResults.SignIn(badge.ToPrincipal(), authenticationScheme: IdentityConstants.BearerScheme);

            throw new Refusal("sign-in.failed", RefusalKind.SignInNeeded);
        }
        catch (Refusal refusal)
        {
            return Problems.Of(refusal, http);
        }
    }

    /// <param name="Code">Of the authenticator, for those who use one.</param>
    internal sealed record TokenRequest(string UserName, string Password, string? Code = null);

    internal sealed record RefreshRequest(string RefreshToken);
}
