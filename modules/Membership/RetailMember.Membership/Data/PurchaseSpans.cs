namespace RetailMember.Membership.Data;

internal static class PurchaseSpans
{
    /// <summary>The receipts of a span of business days, both ends included.</summary>
    public static IQueryable<Purchase> Within(this IQueryable<Purchase> purchases, DateOnly from, DateOnly to)
    {
        // The index has times, and a business day lies within a day of the UTC date.
        var (first, end) = (Utc(from.AddDays(-1)), Utc(to.AddDays(2)));
        return purchases.Where(p =>
            p.OccurredAt >= first && p.OccurredAt < end && p.BusinessDate >= from && p.BusinessDate <= to);
    }

    private static DateTime Utc(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
