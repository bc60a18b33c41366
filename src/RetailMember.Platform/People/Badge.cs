using System.Security.Claims;

namespace RetailMember.Platform.People;

/// <summary>What a cookie or token says of a person: who, and the stamp that makes it void one day.</summary>
internal static class Badge
{
    private const string StampClaim = "stamp";

    public static ClaimsPrincipal Of(Guid id, string userName, string stamp) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, id.ToString()),
            new Claim(ClaimTypes.Name, userName),
            new Claim(StampClaim, stamp),
        ],
        authenticationType: "RetailMember"));

    public static bool TryRead(ClaimsPrincipal principal, out Guid id, out string stamp)
    {
        stamp = principal.FindFirstValue(StampClaim) ?? "";
        return Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out id) && stamp.Length > 0;
    }
}
