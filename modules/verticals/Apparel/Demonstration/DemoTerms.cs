using RetailMember.Apparel.Ladder;
using RetailMember.Apparel.Rules;

namespace RetailMember.Apparel.Demonstration;

/// <summary>The delivered rules, with reminders today.</summary>
internal static class DemoTerms
{
    public const string Heavy = "heavyweight";
    public const string Alteration = "alteration";

    private const int MostDays = 31;

    public static ApparelTerms Of(DateOnly today) => ApparelTerms.Usual with
    {
        Reminder = new ReminderTerms
        {
            Days = [.. new[] { 25, today.Day }.Distinct()],
            ClaimDaysBefore = Math.Min(MostDays, DaysToClaim(today)),
        },
    };

    private static int DaysToClaim(DateOnly today) =>
        ApparelTerms.Usual.Ladder.ClaimUntil(LadderBook.MonthOf(today)).DayNumber - today.DayNumber;
}
