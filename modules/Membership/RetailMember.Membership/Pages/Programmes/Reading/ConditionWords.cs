using System.Globalization;
using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Reading;

/// <summary>When a benefit holds, in words.</summary>
internal static class ConditionWords
{
    public static string When(this ProgrammeWords words, Condition when)
    {
        string[] clauses = [.. words.Clauses(when)];
        return clauses.Length == 0 ? words.Sentence("when.always") : words.List(clauses);
    }

    public static string Benefit(this ProgrammeWords words, PriceBenefit benefit) =>
        words.Sentence("price-benefit", words.When(benefit.When), words.PayRate(benefit.PayRate));

    public static string Of(this ProgrammeWords words, DayOfWeek day) =>
        CultureInfo.GetCultureInfo(words.Texts.Language).DateTimeFormat.GetDayName(day);

    private static IEnumerable<string> Clauses(this ProgrammeWords words, Condition when)
    {
        if (when.Birthday) yield return words.Sentence("when.birthday");
        if (when.BirthdayMonth) yield return words.Sentence("when.birthday-month");
        if (when.DayOfMonth is { } day) yield return words.Sentence("when.day-of-month", day);
        if (when.Weekdays.Count > 0) yield return words.Sentence("when.weekdays", words.List(when.Weekdays.Select(words.Of)));
        if (when.From is { } from) yield return words.Sentence("when.from", Written(from));
        if (when.Until is { } until) yield return words.Sentence("when.until", Written(until));
        if (when.Tiers.Count > 0) yield return words.Sentence("when.tiers", words.List(when.Tiers.Select(words.Tier)));
        if (when.Stores.Count > 0) yield return words.Sentence("only-stores", words.List(when.Stores.Select(words.Store)));
    }

    private static string Written(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
