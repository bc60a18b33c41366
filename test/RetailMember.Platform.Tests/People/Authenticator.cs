using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace RetailMember.Platform.Tests.People;

/// <summary>An authenticator app: RFC 6238 by the clock of the test.</summary>
internal static class Authenticator
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string CodeOf(string key, TimeProvider clock, int stepsAhead = 0)
    {
        var step = (clock.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsAhead;
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What authenticator apps use.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var c in text)
        {
            bits = (bits << 5) | Base32.IndexOf(c, StringComparison.Ordinal);
            count += 5;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }

        return [.. bytes];
    }
}
