using System.Security.Cryptography;
using System.Text;

namespace RetailMember.Marketing.Gateways.Aliyun;

/// <summary>Signs a call as the provider's third signature version has it: ACS3-HMAC-SHA256.</summary>
internal static class AliyunSignature
{
    private const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>What is signed: method, path, query, the signed headers and the hash of the body, each in its one form.</summary>
    public static string Canonical(
        IEnumerable<KeyValuePair<string, string>> query, IReadOnlyDictionary<string, string> headers, string bodyHash)
    {
        var signed = Signed(headers);
        return string.Join('\n', [
            "POST", "/", Encode(query.OrderBy(p => p.Key, StringComparer.Ordinal)),
            .. signed.Select(h => $"{h.Key}:{h.Value.Trim()}"), "",
            string.Join(';', signed.Select(h => h.Key)), bodyHash,
        ]);
    }

    public static string Authorization(AliyunKey key, string canonical, IReadOnlyDictionary<string, string> headers)
    {
        var toSign = $"{Algorithm}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var signature = Hex(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Secret), Encoding.UTF8.GetBytes(toSign)));
        var names = string.Join(';', Signed(headers).Select(h => h.Key));
        return $"{Algorithm} Credential={key.Id},SignedHeaders={names},Signature={signature}";
    }

    public static string Hash(byte[] body) => Hex(SHA256.HashData(body));

    /// <summary>Names and values with everything escaped that RFC 3986 does not leave alone.</summary>
    public static string Encode(IEnumerable<KeyValuePair<string, string>> values) =>
        string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));

    private static List<KeyValuePair<string, string>> Signed(IReadOnlyDictionary<string, string> headers) =>
    [
        .. headers
            .Where(h => h.Key is "host" or "content-type" || h.Key.StartsWith("x-acs-", StringComparison.Ordinal))
            .OrderBy(h => h.Key, StringComparer.Ordinal),
    ];

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}

/// <summary>The account with the provider.</summary>
internal sealed record AliyunKey(string Id, string Secret)
{
    /// <summary>The secret is in no log.</summary>
    public override string ToString() => Id;
}
