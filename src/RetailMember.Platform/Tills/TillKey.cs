using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace RetailMember.Platform.Tills;

/// <summary>
/// A till's key, <c>rm_till_ID_SECRET</c>, sent as <c>Authorization: Till KEY</c>. The prefix lets scanners find keys
/// that were published by mistake.
/// </summary>
internal readonly struct TillKey
{
    private const string Scheme = "Till ";
    private const string Prefix = "rm_till_";
    private const int IdLength = 32;
    private const int SecretBytes = 32;
    private const int SecretLength = 43;

    private readonly byte[] secret;

    private TillKey(Guid tillId, byte[] secret)
    {
        TillId = tillId;
        this.secret = secret;
    }

    public Guid TillId { get; }

    public static TillKey New(Guid tillId) => new(tillId, RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Reads the Authorization header; false for any other scheme and for what is no key.</summary>
    public static bool TryRead(ReadOnlySpan<char> header, out TillKey key)
    {
        key = default;
        if (!header.StartsWith(Scheme, StringComparison.Ordinal)) return false;
        var text = header[Scheme.Length..].Trim();
        if (text.Length != Prefix.Length + IdLength + 1 + SecretLength
            || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || text[Prefix.Length + IdLength] != '_'
            || !Guid.TryParseExact(text.Slice(Prefix.Length, IdLength), "N", out var id))
        {
            return false;
        }

        var bytes = new byte[SecretBytes];
        // The Try method throws at what is no Base64.
        var status = Base64Url.DecodeFromChars(text[^SecretLength..], bytes, out _, out var written);
        if (status != OperationStatus.Done || written != SecretBytes) return false;
        key = new TillKey(id, bytes);
        return true;
    }

    public byte[] Hash() => SHA256.HashData(secret);

    /// <summary>Compares in constant time.</summary>
    public bool Fits(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(), hash);

    public override string ToString() => $"{Prefix}{TillId:N}_{Base64Url.EncodeToString(secret)}";
}
