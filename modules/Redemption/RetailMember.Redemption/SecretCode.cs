using System.Security.Cryptography;
using System.Text;
using RetailMember.Data;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption;

/// <summary>
/// The code that opens a voucher or an order: 80 random bits in Crockford's base 32, in groups of four, so that it can be read out
/// and typed. I and L are read as 1, O as 0.
/// </summary>
internal sealed class SecretCode(PersonalData personal)
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    public static string Draw() => InGroups(RandomNumberGenerator.GetString(Digits, Length));

    /// <summary>The index that finds a code as it was scanned or typed; null for what can be none.</summary>
    /// <param name="given">What was read.</param>
    /// <param name="purpose">Of the column: codes of different things never meet.</param>
    public string? IndexOf(string given, string purpose = RedemptionDb.CodePurpose) =>
        Normalise(given) is { } code ? personal.BlindIndex(code, purpose) : null;

    /// <summary>Its last group alone: enough to tell a member's vouchers apart, not to use one.</summary>
    public static string Mask(string code) => $"****-{code[^Group..]}";

    /// <summary>Whether what was read has the form of a code, whatever it opens.</summary>
    public static bool LooksLikeOne(string given) => Normalise(given) is not null;

    private static string? Normalise(string given)
    {
        var code = new StringBuilder(Length);
        foreach (var sign in given)
        {
            if (sign is '-' or ' ') continue;
            var digit = char.ToUpperInvariant(sign) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            if (code.Length == Length || !Digits.Contains(digit, StringComparison.Ordinal)) return null;
            code.Append(digit);
        }

        return code.Length == Length ? InGroups(code.ToString()) : null;
    }

    private static string InGroups(string digits) => string.Join('-', digits.Chunk(Group).Select(g => new string(g)));
}
