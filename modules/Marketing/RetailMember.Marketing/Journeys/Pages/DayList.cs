using System.Globalization;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Pages;

/// <summary>Several days in one field, as 2026-03-20.</summary>
internal static class DayList
{
    public static IReadOnlyList<DateOnly> Read(string? typed) =>
    [
        .. NameList.Split(typed).Select(one =>
            DateOnly.TryParseExact(one, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw Refusal.Invalid("terms.dates", "field.malformed")),
    ];

    public static string Write(IEnumerable<DateOnly> days) => NameList.Join(days.Select(Figures.Day));
}
