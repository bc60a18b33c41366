using System.Buffers.Binary;
using System.Security.Cryptography;
using RetailMember.Data;
using RetailMember.Membership;

namespace RetailMember.Portal.Cards;

/// <summary>
/// The code on the member's card: his key and the half minute in which it was made, signed. Good for that half minute and
/// the next; a till takes it wherever it takes a member number. Capitals and digits alone keep the QR code small.
/// </summary>
internal sealed class RotatingCode(PersonalData personal, TimeProvider time) : IMemberIdentifiers
{
    public const int StepSeconds = 30;

    private const string Prefix = "RM";
    private const string Purpose = "portal.card";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepBytes = 4;
    private const int SignatureBytes = 10;
    private const int Bytes = 16 + StepBytes + SignatureBytes;
    private const int TextLength = Bytes * 8 / 5;

    public string Of(int brandId, Guid member) => Prefix + Write(Signed(brandId, member, Now));

    public Guid? MemberOf(int brandId, string identifier)
    {
        var text = identifier.Trim();
        if (text.Length != Prefix.Length + TextLength || !text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        if (Read(text[Prefix.Length..].ToUpperInvariant()) is not { } bytes) return null;
        var member = new Guid(bytes.AsSpan(0, 16));
        var step = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(16));
        return step <= Now && step + 1 >= Now && CryptographicOperations.FixedTimeEquals(bytes, Signed(brandId, member, step))
            ? member
            : null;
    }

    private uint Now => (uint)(time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds);

    private byte[] Signed(int brandId, Guid member, uint step)
    {
        var content = new byte[16 + StepBytes];
        member.TryWriteBytes(content);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(16), step);
        return [.. content, .. personal.KeyedHash([.. BitConverter.GetBytes(brandId), .. content], Purpose).AsSpan(0, SignatureBytes)];
    }

    private static string Write(byte[] bytes) => string.Create(TextLength, bytes, (text, from) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < (i * 5) + 5; bit++) value = (value << 1) | ((from[bit / 8] >> (7 - (bit % 8))) & 1);
            text[i] = Alphabet[value];
        }
    });

    private static byte[]? Read(string text)
    {
        var bytes = new byte[Bytes];
        for (var i = 0; i < text.Length; i++)
        {
            var value = Alphabet.IndexOf(text[i], StringComparison.Ordinal);
            if (value < 0) return null;
            for (var bit = 0; bit < 5; bit++)
                if ((value >> (4 - bit) & 1) == 1) bytes[((i * 5) + bit) / 8] |= (byte)(1 << (7 - (((i * 5) + bit) % 8)));
        }

        return bytes;
    }
}
