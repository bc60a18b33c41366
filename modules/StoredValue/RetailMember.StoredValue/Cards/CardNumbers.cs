using System.Security.Cryptography;
using RetailMember.Data;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Cards;

/// <summary>
/// Numbers of cards: fifteen random digits and a check digit (Luhn), as tills and scanners expect them. Whoever shows one
/// pays with it, so it is sealed at rest and found by a keyed index.
/// </summary>
internal sealed class CardNumbers(PersonalData personal)
{
    public const int Length = 16;
    private const string Digits = "0123456789";
    private const string NotZero = "123456789";
    private const int Group = 4;

    public static string Draw()
    {
        // No till reads a leading zero away.
        var body = RandomNumberGenerator.GetString(NotZero, 1) + RandomNumberGenerator.GetString(Digits, Length - 2);
        return body + CheckDigit(body);
    }

    /// <summary>The index that finds a number as it was scanned or typed; null for what can be none.</summary>
    public string? IndexOf(string given) =>
        Normalise(given) is { } number ? personal.BlindIndex(number, CardTables.NumberPurpose) : null;

    /// <summary>Its last group alone: enough to tell a member's cards apart, not to pay.</summary>
    public static string Mask(string number) => MaskOf(TailOf(number));

    /// <summary>The same of a number of which only the last group is known.</summary>
    public static string MaskOf(string tail) => $"**** {tail}";

    public static string TailOf(string number) => number[^Group..];

    /// <summary>In groups, as it is printed.</summary>
    public static string Shown(string number) => string.Join(' ', number.Chunk(Group).Select(g => new string(g)));

    private static string? Normalise(string given)
    {
        var number = string.Concat(given.Where(c => c is not (' ' or '-')));
        return number.Length == Length && number.All(char.IsAsciiDigit) && CheckDigit(number[..^1]) == number[^1] ? number : null;
    }

    private static char CheckDigit(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = body[^(i + 1)] - '0';
            // From the right, every second digit counts double, and the digits of what that gives are added.
            sum += i % 2 == 0 ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
