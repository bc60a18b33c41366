using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using RetailMember.Data;

namespace RetailMember.Portal.Sessions;

/// <summary>
/// What a member's device shows: the session's key and brand, signed by the house's own key, so that a made-up one is known
/// without asking the database.
/// </summary>
internal readonly record struct SessionToken(Guid Session, int Brand)
{
    public const string Scheme = "Member ";

    private const string Prefix = "rm_member_";
    private const string Purpose = "portal.session";
    private const int ContentBytes = 20;
    private const int Bytes = ContentBytes + 32;
    private const int TextLength = 70;

    public string Write(PersonalData personal) =>
        Prefix + Base64Url.EncodeToString([.. Content(), .. personal.KeyedHash(Content(), Purpose)]);

    /// <summary>Null for whatever this house did not write.</summary>
    public static SessionToken? Read(string? text, PersonalData personal)
    {
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length != Prefix.Length + TextLength)
            return null;
        var bytes = new byte[Bytes];
        var status = Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length), bytes, out _, out var written);
        if (status != OperationStatus.Done || written != Bytes) return null;
        var token = new SessionToken(new Guid(bytes.AsSpan(0, 16)), BitConverter.ToInt32(bytes, 16));
        var signature = personal.KeyedHash(token.Content(), Purpose);
        return CryptographicOperations.FixedTimeEquals(signature, bytes.AsSpan(ContentBytes)) ? token : null;
    }

    private byte[] Content() => [.. Session.ToByteArray(), .. BitConverter.GetBytes(Brand)];
}
