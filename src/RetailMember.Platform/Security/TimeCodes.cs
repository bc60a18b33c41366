using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RetailMember.Platform.Security;

/// <summary>
/// Codes of authenticator apps (RFC 6238): six digits, a new one every thirty seconds, SHA-1, because that is what every
/// app computes. Identity's own provider does not tell which step a code belongs to, without which none can be used up.
/// </summary>
internal static class TimeCodes
{
    private const int SecondsPerStep = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Steps that the phone's clock may be off, or a slow hand late, either way.</summary>
    private const int Tolerance = 1;

    /// <summary>The step that the code belongs to, among those near now and after the last used one; null for none.</summary>
    public static long? StepOf(string code, string key, DateTimeOffset now, long? lastUsed)
    {
        var given = Encoding.UTF8.GetBytes(code);
        var secret = Decode(key);
        var current = now.ToUnixTimeSeconds() / SecondsPerStep;
        long? found = null;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
        {
            // All of them are computed and compared, so that the time taken tells nothing.
            var fits = CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(CodeOf(secret, step)));
            if (fits && found is null && !(step <= lastUsed)) found = step;
        }

        return found;
    }

    internal static string CodeOf(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm is the standard's; its weakness does not touch HMAC.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var secret = new byte[key.Length * 5 / 8];
        var (bits, count, next) = (0, 0, 0);
        foreach (var letter in key)
        {
            bits = (bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal);
            count += 5;
            if (count < 8) continue;
            count -= 8;
            secret[next++] = (byte)(bits >> count);
            bits &= (1 << count) - 1;
        }

        return secret;
    }
}
