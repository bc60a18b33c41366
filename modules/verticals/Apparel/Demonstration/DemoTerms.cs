using RetailMember.Apparel.Rules;

namespace RetailMember.Apparel.Demonstration;

/// <summary>The delivered rules, with a reminder today.</summary>
internal static class DemoTerms
{
    public const string Heavy = "heavyweight";
    public const string Alteration = "alteration";

    public static ApparelTerms Of(DateOnly today) => ApparelTerms.Usual with
    {
        Reminder = new ReminderTerms { Days = [.. new[] { 25, today.Day }.Distinct()] },
    };
}
