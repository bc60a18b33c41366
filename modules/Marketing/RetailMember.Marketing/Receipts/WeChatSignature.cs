using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RetailMember.Marketing.Gateways.WeChat;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Receipts;

/// <summary>
/// How WeChat shows that it is WeChat: a hash of the time, a number used once and the token that it and we alone know
/// (<c>Messages:WeChat:Token</c>); without a token nobody is heard.
/// </summary>
internal sealed class WeChatSignature(WeChatAccount account)
{
    /// <summary>The signature does not cover what is told: one that somebody found is worth nothing a little later.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(10);

    /// <summary>Refuses <c>marketing.receipts-key</c>.</summary>
    public void Check(SignedCall given, DateTime now)
    {
        if (!Signs(given, now)) throw new Refusal("marketing.receipts-key", RefusalKind.NotFound);
    }

    public bool Signs(SignedCall given, DateTime now) => account.Token is { Length: > 0 } token && IsFresh(given.Timestamp, now)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Of(token, given.Timestamp, given.Nonce)), Encoding.ASCII.GetBytes(given.Signature));

    /// <summary>SHA-1 of the three in the order of their characters, as WeChat reckons it.</summary>
    public static string Of(string token, string timestamp, string nonce)
    {
        string[] parts = [token, timestamp, nonce];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // WeChat signs so, and in no other way.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    private static bool IsFresh(string timestamp, DateTime now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds() - seconds) <= Freshness.TotalSeconds;
}

/// <summary>What every call of WeChat carries in its address.</summary>
internal sealed record SignedCall(string Signature, string Timestamp, string Nonce);
