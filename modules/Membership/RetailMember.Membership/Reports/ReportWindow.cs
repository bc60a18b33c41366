using RetailMember.UseCases;

namespace RetailMember.Membership.Reports;

/// <summary>The days that a report covers, both ends included; the last thirty where neither end is given.</summary>
internal readonly record struct ReportWindow(DateOnly From, DateOnly To)
{
    private const int UsualDays = 30;
    private const int MostDays = 800;

    /// <summary>Refuses a window that ends before it begins or is too long to be looked at.</summary>
    public static ReportWindow Of(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var end = to ?? today;
        var begin = from ?? DateOnly.FromDayNumber(Math.Max(0, end.DayNumber + 1 - UsualDays));
        return begin <= end && end.DayNumber - begin.DayNumber < MostDays
            ? new ReportWindow(begin, end)
            : throw Refusal.Invalid("from", "membership.window-too-long");
    }
}
