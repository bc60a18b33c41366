using System.Globalization;
using RetailMember.Brands;
using RetailMember.Marketing;
using RetailMember.Modules;
using RetailMember.Settings;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>The letter that calls a sleeping guest back: whether it is written, when, and in which words at first.</summary>
internal static class WakeUpLetters
{
    public const string Purpose = "restaurant.wake-up";

    /// <summary>Whether sleepers are written to.</summary>
    public const string Switch = "Restaurant.WakeUpLetters";

    /// <summary>From which day of January and July on the waking begins by itself.</summary>
    public const string Day = "Restaurant.WakeUpDay";

    /// <summary>For how many days of a waking its letters may go.</summary>
    public const string Days = "Restaurant.WakeUpLetterDays";

    public static LetterProposal Words { get; } = new(
        RestaurantModule.ModuleName, Purpose, new LocalName("沉睡顾客唤醒", "Calling sleeping guests back"),
        "${name}您好，您已有${months}个月没来${brand}了，期待与您再聚。拒收请回复TD", [new LetterVariable("months", 3, "6")]);

    public static void DescribeLetters(this ModuleDescription module)
    {
        module.Setting(Switch, SettingKind.YesNo, "true");
        module.NumberSetting(Day, "5", 1, 28);
        module.NumberSetting(Days, "30", 1, 180);
    }

    /// <summary>UTC; letters of a waking that began then are not sent later.</summary>
    public static DateTime NotAfter(this ISettings settings, Brand brand, DateTime startedAt) =>
        startedAt.AddDays(settings.WholeNumber(Days, brand.Id));

    /// <summary>
    /// Whether a waking may begin by itself on a day: from the day of the half-year's first month that is set to its end, so
    /// that it is late and not left out where nothing could begin it in time.
    /// </summary>
    public static bool BeginsOn(this ISettings settings, Brand brand, DateOnly today) =>
        today.Month is not (1 or 7) || today.Day >= settings.WholeNumber(Day, brand.Id);

    /// <summary>For the words: how long a guest who was seen last on a day has not come.</summary>
    public static IReadOnlyDictionary<string, string> ValuesOf(DateOnly seen, DateOnly today) => new Dictionary<string, string>
    {
        ["months"] = MonthsBetween(seen, today).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Whole months between two days.</summary>
    public static int MonthsBetween(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }
}
