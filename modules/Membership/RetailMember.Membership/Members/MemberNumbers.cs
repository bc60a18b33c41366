using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>Numbers by which a brand knows its members.</summary>
internal sealed partial class MemberNumbers(MembershipDb db)
{
    private const int Digits = 9;

    /// <summary>What stands in addresses where a member number may stand.</summary>
    private static readonly FrozenSet<string> Reserved =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "new", "search", "export.csv", "export.xlsx");

    /// <summary>
    /// Ten digits that tell nothing of the member or of how many there are; the last one checks the others (Luhn), so
    /// that a mistyped number names nobody. Should one be drawn twice, the unique index makes the entry draw again.
    /// </summary>
    public static string Draw()
    {
        Span<char> digits = stackalloc char[Digits];
        digits[0] = (char)('0' + RandomNumberGenerator.GetInt32(1, 10));
        for (var i = 1; i < Digits; i++) digits[i] = (char)('0' + RandomNumberGenerator.GetInt32(10));
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{CheckDigit(digits)}");
    }

    /// <summary>Why a number can be no new member's, by itself: the code of the refusal; null where it can.</summary>
    public static string? FaultOf(string given) =>
        Mobile.TryParse(given, out _) ? "membership.member-no-is-mobile"
        : !Form().IsMatch(given) ? "membership.member-no-malformed"
        : Reserved.Contains(given) ? "membership.member-no-reserved"
        : null;

    /// <summary>
    /// Refuses a given number that another member has, or that tills would take for a card or a mobile: also for his
    /// own, which would then be read wherever the number may be.
    /// </summary>
    public async Task CheckAsync(string given, CancellationToken cancel)
    {
        if (FaultOf(given) is { } fault) throw Refusal.Invalid("memberNo", fault);
        var card = CardNo.Normalise(given);
        if (await db.Members.AnyAsync(m => m.NumberKey == card, cancel)
            || await db.Credentials.AnyAsync(c => c.Value == card, cancel))
            throw new Refusal("membership.member-no-taken", RefusalKind.Conflict, ("memberNo", given));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,39}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 0) digit *= 2;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return (10 - (sum % 10)) % 10;
    }
}
