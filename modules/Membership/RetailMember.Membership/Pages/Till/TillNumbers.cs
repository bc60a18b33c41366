using System.Globalization;
using System.Security.Cryptography;
using RetailMember.Brands;

namespace RetailMember.Membership.Pages.Till;

/// <summary>
/// Numbers for receipts and refunds that no till has printed one for: the minute for people, the rest so that two counters
/// never draw the same.
/// </summary>
internal static class TillNumbers
{
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int SignCount = 6;

    public static string Draw(string kind, Brand brand, TimeProvider time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kind}{brand.LocalOf(time.GetUtcNow().UtcDateTime):yyMMdd-HHmm}-{RandomNumberGenerator.GetString(Signs, SignCount)}");
}
