using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RetailMember.Data;

/// <summary>The master keys of personal data.</summary>
/// <param name="Current">The version that seals from now on.</param>
/// <param name="ByVersion">
/// 32 random bytes per version. Old versions stay, to open what they sealed; the lowest one also makes the blind
/// indexes, so it is never dropped.
/// </param>
public sealed record PersonalDataKeys(int Current, IReadOnlyDictionary<int, byte[]> ByVersion)
{
    /// <summary>A ring of one key.</summary>
    public static PersonalDataKeys Of(byte[] key) => new(1, new Dictionary<int, byte[]> { [1] = key });
}

/// <summary>
/// Keeps a person's data unreadable in tables and backups: AES-256-GCM per field, and an HMAC-SHA-256 blind index for
/// finding an exact value. Both are bound to a purpose (such as <c>membership.mobile</c>), so that a value moved to
/// another column does not open.
/// </summary>
public sealed class PersonalData
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly int current;
    private readonly Dictionary<int, byte[]> sealing = [];
    private readonly byte[] indexing;
    private readonly ConcurrentDictionary<string, byte[]> hashing = new();

    public PersonalData(PersonalDataKeys keys)
    {
        foreach (var (version, key) in keys.ByVersion)
        {
            if (key.Length != 32) throw new ArgumentException($"Key {version} of personal data is not 32 bytes.", nameof(keys));
            sealing[version] = Derive(key, "seal");
        }
        if (!sealing.ContainsKey(keys.Current)) throw new ArgumentException("The current key is not in the ring.", nameof(keys));
        current = keys.Current;
        indexing = Derive(keys.ByVersion[keys.ByVersion.Keys.Min()], "index");
        Fingerprint = Convert.ToHexString(
            SHA256.HashData([.. BitConverter.GetBytes(current), .. sealing.OrderBy(s => s.Key).SelectMany(s => s.Value)]));
    }

    /// <summary>Tells key rings apart without telling their keys.</summary>
    internal string Fingerprint { get; }

    internal static PersonalData ForDesign { get; } = new(PersonalDataKeys.Of(new byte[32]));

    /// <summary>The text as <c>v1.BASE64</c>: key version, then nonce, cipher text and tag. Never the same twice.</summary>
    public string Seal(string text, string purpose)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(sealing[current], TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(NonceBytes + plain.Length),
            Encoding.UTF8.GetBytes(purpose));
        return $"v{current}.{Convert.ToBase64String(sealedBytes)}";
    }

    /// <summary>The text again. Throws <see cref="CryptographicException"/> where it was changed or moved.</summary>
    public string Open(string sealedText, string purpose)
    {
        var (key, bytes) = Parse(sealedText);
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(NonceBytes + plain.Length),
            plain, Encoding.UTF8.GetBytes(purpose));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A stable 43-character code of the normalised text: equal texts of one purpose have equal codes.</summary>
    public string BlindIndex(string normalisedText, string purpose)
    {
        var code = HMACSHA256.HashData(indexing, Encoding.UTF8.GetBytes($"{purpose}\0{normalisedText}"));
        return Convert.ToBase64String(code).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>
    /// 32 bytes that tell equal contents of one purpose from others, and nothing of the content to whoever has not the
    /// keys: short secrets in it cannot be found by trying.
    /// </summary>
    public byte[] KeyedHash(ReadOnlySpan<byte> content, string purpose) =>
        HMACSHA256.HashData(hashing.GetOrAdd(purpose, p => Derive(indexing, $"hash.{p}")), content);

    /// <summary>Seals a column on its way to the table and opens it on its way back; null stays null.</summary>
    public ValueConverter Column(string purpose) => new ValueConverter<string, string>(
        text => Seal(text, purpose), stored => Open(stored, purpose));

    /// <summary>
    /// As <see cref="Column(string)"/>, for a value that is no text. What stands in the table from before the column was
    /// sealed is read as it is.
    /// </summary>
    /// <param name="write">The value as text; the way a table holds it unsealed.</param>
    /// <param name="read">The value again.</param>
    /// <param name="purpose">Binds what is sealed to this column.</param>
    public ValueConverter Column<T>(string purpose, Func<T, string> write, Func<string, T> read) =>
        new ValueConverter<T, string>(
            value => Seal(write(value), purpose),
            stored => read(IsSealed(stored) ? Open(stored, purpose) : stored));

    /// <summary>Whether the text has the form of a sealed one.</summary>
    public static bool IsSealed(string stored) => stored is ['v', >= '0' and <= '9', ..];

    private (byte[] Key, byte[] Bytes) Parse(string sealedText)
    {
        var dot = sealedText.IndexOf('.', StringComparison.Ordinal);
        if (dot < 2 || sealedText[0] != 'v' || !int.TryParse(sealedText.AsSpan(1, dot - 1), out var version)
            || !sealing.TryGetValue(version, out var key))
        {
            throw new CryptographicException("Sealed with a key that is not in the ring.");
        }
        var bytes = new byte[sealedText.Length];
        if (!Convert.TryFromBase64Chars(sealedText.AsSpan(dot + 1), bytes, out var length) || length < NonceBytes + TagBytes)
            throw new CryptographicException("Not a sealed text.");
        return (key, bytes[..length]);
    }

    private static byte[] Derive(byte[] master, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: Encoding.UTF8.GetBytes($"retailmember.personal.{use}"));
}
