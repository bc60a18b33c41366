using System.Globalization;
using RetailMember.Redemption.Catalogue;

namespace RetailMember.Redemption.Pages.Editions;

/// <summary>A month as weeks from Monday on, each with the editions that touch it.</summary>
internal sealed class EditionMonth(DateOnly first, DateOnly today, IReadOnlyList<EditionView> editions)
{
    private const int DaysOfWeek = 7;
    private const string Format = "yyyy-MM";

    public DateOnly First => first;

    public DateOnly Last => first.AddMonths(1).AddDays(-1);

    public string Code => CodeOf(first);

    public string Before => CodeOf(first.AddMonths(-1));

    public string After => CodeOf(first.AddMonths(1));

    public IReadOnlyList<EditionView> Editions => editions;

    /// <summary>Days of the month that no edition covers: members find nothing to redeem then.</summary>
    public int Uncovered => Enumerable.Range(0, Last.Day).Count(d => EditionOn(first.AddDays(d)) is null);

    public IEnumerable<IReadOnlyList<EditionDay>> Weeks()
    {
        var day = first.AddDays(-(((int)first.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));
        for (; day <= Last; day = day.AddDays(DaysOfWeek))
            yield return [.. Enumerable.Range(0, DaysOfWeek).Select(d => Of(day.AddDays(d)))];
    }

    /// <summary>This month where an address names none, or one that no edition can be in.</summary>
    public static DateOnly MonthOf(string? code, DateOnly today) =>
        DateOnly.TryParseExact(code, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.Year is >= 2000 and < 2100
            ? month
            : new DateOnly(today.Year, today.Month, 1);

    public static string CodeOf(DateOnly month) => month.ToString(Format, CultureInfo.InvariantCulture);

    private EditionDay Of(DateOnly day)
    {
        var edition = EditionOn(day);
        return new EditionDay(
            day, day.Month == first.Month, day == today, edition,
            edition is not null && (day == edition.From || day.Day == 1 || day.DayOfWeek == DayOfWeek.Monday));
    }

    private EditionView? EditionOn(DateOnly day) => editions.FirstOrDefault(e => e.From <= day && e.To >= day);
}

/// <param name="InMonth">False for days of the months beside it.</param>
/// <param name="Named">Where the edition's name is written: at its beginning, and at each new line.</param>
internal sealed record EditionDay(DateOnly Day, bool InMonth, bool IsToday, EditionView? Edition, bool Named);
