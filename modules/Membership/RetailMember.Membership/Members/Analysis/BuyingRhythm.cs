using System.Globalization;
using RetailMember.Values;

namespace RetailMember.Membership.Members.Analysis;

/// <summary>What a member's days of buying say of how often and how much he buys.</summary>
internal sealed class BuyingRhythm(IReadOnlyCollection<BoughtDay> days)
{
    public long Purchases { get; } = days.Sum(d => d.Purchases);

    public Money Spend { get; } = new(days.Sum(d => d.SpendFen));

    /// <summary>Half a fen goes up.</summary>
    public Money? AverageTicket => Purchases == 0
        ? null
        : new Money((long)Math.Round((decimal)Spend.Fen / Purchases, MidpointRounding.AwayFromZero));

    /// <summary>To a tenth of a day. Two receipts of one day are one visit.</summary>
    public decimal? DaysBetween
    {
        get
        {
            if (days.Count < 2) return null;
            var span = days.Max(d => d.Day).DayNumber - days.Min(d => d.Day).DayNumber;
            return Math.Round((decimal)span / (days.Count - 1), 1, MidpointRounding.AwayFromZero);
        }
    }

    /// <summary>So many months from the one of <paramref name="first"/> on, oldest first.</summary>
    public IEnumerable<MonthOfBuying> ByMonth(DateOnly first, int count)
    {
        var bought = days.ToLookup(d => (d.Day.Year, d.Day.Month));
        for (var i = 0; i < count; i++)
        {
            var month = first.AddMonths(i);
            var within = bought[(month.Year, month.Month)].ToList();
            yield return new MonthOfBuying(
                month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                within.Sum(d => d.Purchases),
                new Money(within.Sum(d => d.SpendFen)));
        }
    }
}

/// <summary>A day on which a member bought.</summary>
/// <param name="SpendFen">Refunds taken off.</param>
internal sealed record BoughtDay(DateOnly Day, long Purchases, long SpendFen);

/// <param name="Month">As in <c>2026-03</c>, in the brand's time zone.</param>
/// <param name="Spend">Yuan, refunds taken off.</param>
internal sealed record MonthOfBuying(string Month, long Purchases, Money Spend);
