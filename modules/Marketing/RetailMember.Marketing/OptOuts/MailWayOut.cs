using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using RetailMember.Data;

namespace RetailMember.Marketing.OptOuts;

/// <summary>
/// The address in each commercial e-mail by which its reader leaves (RFC 8058): below <c>PublicAddress</c>, with a token that
/// names whom it went to, sealed and never the same twice.
/// </summary>
internal sealed class MailWayOut(IConfiguration configuration, PersonalData personal)
{
    public const string Key = "PublicAddress";

    /// <summary>Mail programs post to it, and people who open it come to a page.</summary>
    public const string Path = "/mail-opt-outs";

    private const string Purpose = "marketing.mail-way-out";

    /// <summary>Whether it is known under which address the house is found; mail programs post by HTTPS alone.</summary>
    public bool IsOpen => House is not null;

    private string? House =>
        Uri.TryCreate(configuration[Key], UriKind.Absolute, out var house) && house.Scheme == Uri.UriSchemeHttps
        && house is { Query.Length: 0, Fragment.Length: 0 }
            ? house.AbsoluteUri.TrimEnd('/')
            : null;

    /// <summary>For a message to a recipient, by the blind index of his address; empty where the way is not open.</summary>
    public string AddressFor(string recipient) => House is { } house ? $"{house}/api/marketing{Path}?token={TokenFor(recipient)}" : "";

    /// <summary>Null of what was not written here.</summary>
    public string? RecipientOf(string token)
    {
        var text = token.Replace('-', '+').Replace('_', '/');
        try
        {
            // A sealed text is its key's version, a dot and whole groups of four.
            var length = text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1;
            return personal.Open(text + new string('=', (4 - (length % 4)) % 4), Purpose);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private string TokenFor(string recipient) =>
        personal.Seal(recipient, Purpose).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
