using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Http;
using RetailMember.Modules;
using RetailMember.People;
using RetailMember.Platform.Access;
using RetailMember.UseCases;

namespace RetailMember.Platform.Http;

/// <summary>How much one caller may ask, as the configuration section <c>RateLimits</c> says it.</summary>
internal sealed record RateLimits
{
    /// <summary>Put on whatever takes passwords and codes: a wide limit for the address, beside the account's own.</summary>
    public const string SignIn = "sign-in";

    public int TillPerSecond { get; init; } = 100;

    public int PersonPerSecond { get; init; } = 20;

    public int MemberPerSecond { get; init; } = 10;

    public int AddressPerSecond { get; init; } = 10;

    /// <summary>Tries for one account from one address.</summary>
    public int SignInPerMinute { get; init; } = 20;

    /// <summary>Tries from one address, whatever the account.</summary>
    public int AddressSignInPerMinute { get; init; } = 300;

    /// <summary>Seconds of its limit that a caller who was quiet may use up at once.</summary>
    public int BurstSeconds { get; init; } = 10;

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection(nameof(RateLimits)).Get<RateLimits>() ?? new RateLimits();
        services.AddSingleton(limits);
        services.AddSingleton<SignInThrottle>();
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(limits.PartitionOf);
            options.AddPolicy(SignIn, http => RateLimitPartition.GetFixedWindowLimiter(
                AddressOf(http),
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = limits.AddressSignInPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RefuseAsync;
        });
    }

    private RateLimitPartition<string> PartitionOf(HttpContext http)
    {
        if (http.GetEndpoint() is not { } endpoint) return RateLimitPartition.GetNoLimiter("");
        if (endpoint.Metadata.GetMetadata<SignedCalls>()?.IsSigned(http) == true) return RateLimitPartition.GetNoLimiter("signed");
        var caller = http.RequestServices.GetRequiredService<Callers>().Of(http);
        var (key, perSecond) = caller.Kind switch
        {
            CallerKind.Till => ($"till {caller.Id}", TillPerSecond),
            CallerKind.Person => ($"person {caller.Id}", PersonPerSecond),
            _ when Callers.ClaimedSession(http) is { } session => ($"member {session}", MemberPerSecond),
            _ => ($"address {AddressOf(http)}", AddressPerSecond),
        };
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * BurstSeconds,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }

    /// <summary>Of IPv6 the first half: one customer of a provider owns all that follows.</summary>
    internal static string AddressOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    internal static int SecondsOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds)) : 1;

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var http = rejected.HttpContext;
        var seconds = SecondsOf(rejected.Lease);
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);

        // A page's answer is the error page, which shows whatever status nobody has written an answer to.
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null) return;
        await Problems.Of(new Refusal("too-many", RefusalKind.TooMany, ("seconds", seconds)), http).ExecuteAsync(http);
    }
}
