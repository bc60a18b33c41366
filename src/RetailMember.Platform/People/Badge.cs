using System.Globalization;
using System.Security.Claims;

namespace RetailMember.Platform.People;

/// <summary>
/// What a cookie or token says of a person: who, the stamp that makes it void one day, and since when it has been
/// renewed without a password: however busy, a session ends after <see cref="LongestSession"/>.
/// </summary>
internal sealed record Badge(Guid Id, string UserName, string Stamp, DateTimeOffset Since)
{
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    private const string StampClaim = "stamp";
    private const string SinceClaim = "since";

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Id.ToString()),
            new Claim(ClaimTypes.Name, UserName),
            new Claim(StampClaim, Stamp),
            new Claim(SinceClaim, Since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        authenticationType: "RetailMember"));

    /// <summary>Null for what is no badge, and for one whose session is over.</summary>
    public static Badge? Read(ClaimsPrincipal principal, DateTimeOffset now)
    {
        var stamp = principal.FindFirstValue(StampClaim);
        if (string.IsNullOrEmpty(stamp) || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        if (!long.TryParse(principal.FindFirstValue(SinceClaim), CultureInfo.InvariantCulture, out var seconds)) return null;
        var since = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return now - since < LongestSession
            ? new Badge(id, principal.FindFirstValue(ClaimTypes.Name) ?? "", stamp, since)
            : null;
    }
}
