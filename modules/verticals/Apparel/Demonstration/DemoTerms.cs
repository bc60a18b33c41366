using RetailMember.Apparel.Rules;

namespace RetailMember.Apparel.Demonstration;

/// <summary>The delivered rules with the tiers of the demonstration's clothes brand.</summary>
internal static class DemoTerms
{
    public const string Heavy = "heavyweight";
    public const string Alteration = "alteration";

    private const string Gold = "gold";
    private const string Diamond = "diamond";

    public static ApparelTerms Of(DateOnly today) => ApparelTerms.Usual with
    {
        Services = [.. ApparelTerms.Usual.Services.Select(s => s.Tiers.Count == 0 ? s
            : s with { Tiers = [Gold, Diamond] })],
        Classes =
        [
            .. ApparelTerms.Usual.Classes.Select(c => c with
            {
                Tiers = c.Code switch
                {
                    "super-energy" or "energy" => [Diamond],
                    Heavy => [Gold],
                    "member" => ["silver"],
                    _ => [],
                },
            }),
        ],
        Reminder = new ReminderTerms { Days = [.. new[] { 25, today.Day }.Distinct()] },
    };
}
