using RetailMember.Brands;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>Stands on a day of the brand's past, so that what is sown did not all happen today; on the present at first.</summary>
internal sealed class DemoClock(TimeProvider present, Brand brand) : TimeProvider
{
    private DateTimeOffset? stands;

    public override DateTimeOffset GetUtcNow() => stands ?? present.GetUtcNow();

    /// <param name="daysAgo">0: now.</param>
    /// <param name="hour">Of that day, in the brand's time.</param>
    public void GoTo(int daysAgo, int hour) => stands = daysAgo == 0
        ? null
        : new DateTimeOffset(brand.UtcOf(present.Today(brand).AddDays(-daysAgo).ToDateTime(new TimeOnly(hour, 0))), TimeSpan.Zero);
}
