using System.Security.Cryptography;
using System.Text;

namespace RetailMember.Marketing.Queue;

/// <summary>Keys that are made of what they stand for: the same however often and wherever they are made.</summary>
internal static class StableKey
{
    public static Guid Of(FormattableString parts) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(parts))).AsSpan(0, 16));
}
