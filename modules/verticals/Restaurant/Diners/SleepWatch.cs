using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Restaurant.Rules;

namespace RetailMember.Restaurant.Diners;

/// <summary>Who sleeps now, by the house rules in force.</summary>
internal sealed class SleepWatch(HouseRuleBook rules, IBrandDirectory brands, DataSession session, TimeProvider time)
{
    /// <summary>Business day of the session's brand.</summary>
    public DateOnly Today => time.Today(brands.Find(session.Brand!.Value)!);

    /// <summary>Who was seen for the last time on this day, or before it, is asleep.</summary>
    public async Task<DateOnly> AsleepUntilAsync(CancellationToken cancel) =>
        (await rules.AtAsync(time.GetUtcNow().UtcDateTime, cancel)).AsleepUntil(Today);
}
