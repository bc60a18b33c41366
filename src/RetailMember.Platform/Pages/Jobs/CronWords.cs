using System.Globalization;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Jobs;

/// <summary>Says a Quartz cron in words, for the shapes that jobs have; any other stays as it is written.</summary>
internal static class CronWords
{
    public static string Of(string cron, ITexts texts) => cron.Split(' ') switch
    {
        [_, var every, "*", "*", "*", "?"] when every.Split('/') is [_, var minutes] =>
            texts.Format("platform.cron.minutes", minutes),
        [_, "*", "*", "*", "*", "?"] => texts.Format("platform.cron.minutes", "1"),
        [_, var minute, "*", "*", "*", "?"] when IsNumber(minute) => texts.Format("platform.cron.hourly", Two(minute)),
        [_, var minute, var hour, "*", "*", "?"] when IsTime(hour, minute) =>
            texts.Format("platform.cron.daily", Time(hour, minute)),
        [_, var minute, var hour, "?", "*", var day] when IsTime(hour, minute) && texts.Has(KeyOf(day)) =>
            texts.Format("platform.cron.weekly", texts[KeyOf(day)], Time(hour, minute)),
        [_, var minute, var hour, var day, "*", "?"] when IsTime(hour, minute) && IsNumber(day) =>
            texts.Format("platform.cron.monthly", day, Time(hour, minute)),
        _ => cron,
    };

    private static string KeyOf(string weekday) => "platform.weekday." + weekday.ToLowerInvariant();

    private static bool IsTime(string hour, string minute) => IsNumber(hour) && IsNumber(minute);

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Time(string hour, string minute) => $"{Two(hour)}:{Two(minute)}";

    private static string Two(string number) => number.PadLeft(2, '0');
}
