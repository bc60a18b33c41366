using RetailMember.Membership;
using RetailMember.Values;

namespace RetailMember.Apparel.Pilot;

/// <summary>Business days, both ends included.</summary>
internal sealed record PilotSpan(DateOnly From, DateOnly To)
{
    /// <summary>As many days, up to the day before.</summary>
    public PilotSpan SpanBefore() => new(From.AddDays(From.DayNumber - To.DayNumber - 1), From.AddDays(-1));

    public IEnumerable<DateOnly> AllDays() => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);
}

/// <summary>What stores sold to members in a span.</summary>
/// <param name="Buyers">Members who bought, counted once a store.</param>
/// <param name="Returning">Of them, those who bought more than once.</param>
/// <param name="Joined">Members that the stores enrolled.</param>
internal sealed record PilotFigures(Money Sales, int Receipts, int Buyers, int Returning, int Joined)
{
    /// <summary>The share of buyers who came back within the span; null where nobody bought.</summary>
    public decimal? ReturningShare => Buyers == 0 ? null : (decimal)Returning / Buyers;

    public static PilotFigures Of(IEnumerable<StoreTrade> trades) => trades.Aggregate(
        new PilotFigures(Money.Zero, 0, 0, 0, 0),
        (sum, trade) => new PilotFigures(
            sum.Sales + new Money(trade.NetFen), sum.Receipts + trade.Receipts, sum.Buyers + trade.Buyers,
            sum.Returning + trade.Returning, sum.Joined + trade.Joined));

    /// <summary>By how much a figure grew: 0.1 is a tenth more; null where there was nothing before.</summary>
    public static decimal? Growth(decimal before, decimal now) => before == 0 ? null : (now - before) / before;
}
