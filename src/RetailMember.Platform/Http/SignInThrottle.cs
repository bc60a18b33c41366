using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using RetailMember.UseCases;

namespace RetailMember.Platform.Http;

/// <summary>
/// Few tries a minute for one account from one address, whether there is such an account or not. The limit of the address
/// alone is much wider: behind one there may be a whole store or head office.
/// </summary>
internal sealed class SignInThrottle(RateLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<(string Address, string Account)> tries =
        PartitionedRateLimiter.Create<(string Address, string Account), (string, string)>(who =>
            RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = limits.SignInPerMinute,
                Window = TimeSpan.FromMinutes(1),
            }));

    /// <summary>Refuses <c>too-many</c>.</summary>
    public void Take(HttpContext http, string userName)
    {
        using var lease = tries.AttemptAcquire((RateLimits.AddressOf(http), KeyOf(userName)));
        if (lease.IsAcquired) return;
        var seconds = RateLimits.SecondsOf(lease);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        throw new Refusal("too-many", RefusalKind.TooMany, ("seconds", seconds));
    }

    /// <summary>As short for every name, since whoever is nobody decides how long a name is.</summary>
    private static string KeyOf(string userName) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(userName.Trim().ToUpperInvariant())));

    public void Dispose() => tries.Dispose();
}
