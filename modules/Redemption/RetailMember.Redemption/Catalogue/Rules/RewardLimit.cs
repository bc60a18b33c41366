using System.Globalization;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Catalogue.Rules;

internal enum LimitPeriod
{
    Month,
    Quarter,
    Year,
    Edition,
    Ever,
}

/// <summary>How many a member may have in a period of the brand's calendar. What is left of it is not carried over.</summary>
internal sealed record RewardLimit(LimitPeriod Period, int Most)
{
    /// <summary>The period that a day lies in, as counters name it.</summary>
    public string KeyOf(DateOnly day, Guid? edition) => Period switch
    {
        LimitPeriod.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        LimitPeriod.Quarter => string.Create(CultureInfo.InvariantCulture, $"{day.Year}-q{(day.Month + 2) / 3}"),
        LimitPeriod.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
        LimitPeriod.Edition => $"edition/{edition:N}",
        LimitPeriod.Ever => Quota.Ever,
        _ => throw new ArgumentOutOfRangeException(nameof(day), Period, null),
    };
}
