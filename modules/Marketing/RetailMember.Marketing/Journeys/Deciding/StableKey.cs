using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RetailMember.Marketing.Journeys.Deciding;

/// <summary>Keys that are made of what they stand for: the same however often and wherever they are made.</summary>
internal static class StableKey
{
    public static Guid Of(params IFormattable[] parts) =>
        Of(string.Join('\0', parts.Select(p => p.ToString(null, CultureInfo.InvariantCulture))));

    public static Guid Of(Guid journey, Guid member, string occasion) => Of($"{journey:N}\0{member:N}\0{occasion}");

    private static Guid Of(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
