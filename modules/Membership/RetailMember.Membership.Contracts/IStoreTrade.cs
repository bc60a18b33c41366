namespace RetailMember.Membership;

/// <summary>What stores of the session's current brand sold to members, for reports of other modules.</summary>
public interface IStoreTrade
{
    /// <summary>Each store's trade of a span of business days, both ends included; a store without any is absent.</summary>
    Task<IReadOnlyList<StoreTrade>> OfSpanAsync(DateOnly from, DateOnly to, CancellationToken cancel);

    /// <summary>What each store took on each business day of a span; days and stores without a purchase are absent.</summary>
    Task<IReadOnlyList<StoreTakings>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancel);
}

/// <summary>What a store sold to members in a span of business days. Receipts that were given back wholly do not count.</summary>
/// <param name="Receipts">How many.</param>
/// <param name="NetFen">What was paid and not given back, in fen.</param>
/// <param name="Buyers">How many members bought.</param>
/// <param name="Returning">How many of them bought more than once.</param>
/// <param name="Joined">How many members the store enrolled.</param>
public sealed record StoreTrade(int StoreId, int Receipts, long NetFen, int Buyers, int Returning, int Joined);

/// <param name="NetFen">What was paid and not given back on receipts of the day, in fen.</param>
public sealed record StoreTakings(int StoreId, DateOnly Day, long NetFen);
