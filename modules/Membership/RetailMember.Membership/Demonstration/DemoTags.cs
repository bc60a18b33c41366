using RetailMember.Membership.Tags;
using RetailMember.Texts;
using RetailMember.Values;

namespace RetailMember.Membership.Demonstration;

/// <summary>The tags of the demonstration's brands, as data.</summary>
internal static class DemoTags
{
    public const string ByHand = "family-of-staff";

    /// <param name="category">What the brand's lovers buy.</param>
    /// <param name="lovers">What they are called.</param>
    /// <param name="ticketYuan">From where on a receipt counts as high.</param>
    /// <param name="today">Business day of the brand.</param>
    public static IEnumerable<(string Code, TagTerms Terms)> Of(
        string category, LocalName lovers, decimal ticketYuan, DateOnly today)
    {
        yield return ("lover", Rule(
            lovers, today,
            [new TagCondition { Measure = TagMeasure.Receipts, Days = 180, Categories = [category], AtLeast = 3 }],
            new("三次", Bought(today, 3, 50, category), true),
            new("两次", Bought(today, 2, 50, category), false)));
        yield return ("high-ticket", Rule(
            new LocalName("高客单会员", "High ticket"), today,
            [
                new TagCondition { Measure = TagMeasure.AverageTicket, Months = 12, AtLeast = ticketYuan },
                new TagCondition { Measure = TagMeasure.Receipts, Months = 12, AtLeast = 3 },
            ],
            new("三张达标", Bought(today, 3, ticketYuan, null), true),
            new("两张达标", Bought(today, 2, ticketYuan, null), false)));
        yield return ("sleeping", Rule(
            new LocalName("沉睡会员", "Sleeping"), today,
            [new TagCondition { Measure = TagMeasure.DaysSincePurchase, AtLeast = 180 }],
            new("半年没来", Bought(today.AddDays(-180), 1, 50, null) with { On = today }, true),
            new("昨天来过", Bought(today.AddDays(-1), 1, 50, null) with { On = today }, false)));
        yield return (ByHand, new TagTerms
        {
            Name = new LocalName("员工家属", "Family of staff"), Kind = TagKind.Manual, From = today,
        });
    }

    private static TagTerms Rule(
        LocalName name, DateOnly today, IReadOnlyList<TagCondition> conditions, params TagExample[] examples) => new()
    {
        Name = name, Kind = TagKind.Automatic, From = today, Conditions = conditions, Examples = examples,
    };

    private static TagCase Bought(DateOnly day, int times, decimal yuan, string? category) => new()
    {
        On = day, Receipts = [.. Enumerable.Repeat(new TagCaseReceipt(day, Money.FromYuan(yuan)) { Category = category }, times)],
    };
}
