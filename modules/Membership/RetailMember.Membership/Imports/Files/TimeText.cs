using System.Globalization;
using RetailMember.Brands;

namespace RetailMember.Membership.Imports.Files;

/// <summary>
/// Dates and times as files write them: year, month, day in this order with hyphens or slashes, then perhaps a time of
/// day, then perhaps an offset. Orders that differ from country to country are refused.
/// </summary>
internal static class TimeText
{
    // A day in front, because a time alone with an offset may fall out of the calendar.
    private const string SomeDay = "2000-01-02 ";

    private static readonly string[] Times =
    [
        .. new[] { "H:mm", "H:mm:ss", "H:mm:ss.FFFFFF", "H:mmzzz", "H:mm:sszzz", "H:mm:ss.FFFFFFzzz" }
            .Select(t => "yyyy-MM-dd " + t),
    ];

    public static bool TryReadDate(string text, out DateOnly date)
    {
        date = default;
        var midnight = text.IndexOfAny(['T', ' ']);
        return (midnight < 0 || IsMidnight(text.AsSpan(midnight + 1)))
            && TryReadDay(midnight < 0 ? text : text.AsSpan(0, midnight), out date);
    }

    /// <param name="utc">The instant; a time without an offset is the wall clock of the brand's time zone.</param>
    public static bool TryReadInstant(string text, Brand brand, out DateTime utc)
    {
        utc = DateTime.UnixEpoch;
        var gap = text.IndexOfAny(['T', ' ']);
        if (!TryReadDay(gap < 0 ? text : text.AsSpan(0, gap), out var day)) return false;
        if (gap < 0)
        {
            utc = brand.UtcOf(day.ToDateTime(TimeOnly.MinValue));
            return true;
        }

        return TryReadTime(text.AsSpan(gap + 1).Trim(), day, brand, out utc);
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, DateOnly day, Brand brand, out DateTime utc)
    {
        utc = DateTime.UnixEpoch;
        var inUtc = text.EndsWith("Z", StringComparison.OrdinalIgnoreCase);
        var clock = inUtc ? text[..^1] : text;
        if (!DateTimeOffset.TryParseExact(
            $"{SomeDay}{clock}", Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return false;
        var local = day.ToDateTime(TimeOnly.FromTimeSpan(time.TimeOfDay));
        var hasOffset = clock.ContainsAny('+', '-');
        if (inUtc && hasOffset) return false;
        if (hasOffset && OutOfRange(local, time.Offset)) return false;
        utc = inUtc ? DateTime.SpecifyKind(local, DateTimeKind.Utc)
            : hasOffset ? new DateTimeOffset(local, time.Offset).UtcDateTime
            : brand.UtcOf(local);
        return true;
    }

    private static bool TryReadDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        Span<Range> parts = stackalloc Range[4];
        var sign = text.Contains('/') ? '/' : '-';
        if (text.Split(parts, sign) != 3) return false;
        if (!TryReadDigits(text[parts[0]], 4, 4, out var year) || !TryReadDigits(text[parts[1]], 1, 2, out var month)
            || !TryReadDigits(text[parts[2]], 1, 2, out var date))
            return false;
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, int least, int most, out int number)
    {
        number = 0;
        return text.Length >= least && text.Length <= most
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsMidnight(ReadOnlySpan<char> time) => time.Trim() is "0:00" or "00:00" or "0:00:00" or "00:00:00";

    private static bool OutOfRange(DateTime local, TimeSpan offset) =>
        local.Ticks - offset.Ticks is < 0 or > 3_155_378_975_999_999_999;
}
