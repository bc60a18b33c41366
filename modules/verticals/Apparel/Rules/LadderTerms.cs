using RetailMember.Values;

namespace RetailMember.Apparel.Rules;

/// <summary>The monthly ladder: what the points of a calendar month bring, and until when it is fetched.</summary>
internal sealed record LadderTerms
{
    /// <summary>Rising by points.</summary>
    public IReadOnlyList<LadderRung> Rungs { get; init; } = LadderVariants.Rising;

    public RungPolicy Policy { get; init; } = RungPolicy.EachRung;

    /// <summary>Last day of the following month on which a rung is claimed; a month that is shorter ends it.</summary>
    public int ClaimDay { get; init; } = 7;

    /// <summary>The rungs that so many points of the month bring.</summary>
    public IReadOnlyList<LadderRung> BroughtBy(long points)
    {
        var reached = Rungs.Where(r => r.Points <= points);
        return Policy == RungPolicy.EachRung ? [.. reached] : [.. reached.TakeLast(1)];
    }

    /// <summary>The rung that comes next; null at the top.</summary>
    public LadderRung? NextAfter(long points) => Rungs.FirstOrDefault(r => r.Points > points);

    /// <summary>The last business day on which a rung of the month is claimed.</summary>
    /// <param name="month">The month's first day.</param>
    public DateOnly ClaimUntil(DateOnly month)
    {
        var next = month.AddMonths(1);
        return next.AddDays(Math.Min(ClaimDay, DateTime.DaysInMonth(next.Year, next.Month)) - 1);
    }
}

/// <summary>A rung.</summary>
/// <param name="Points">Of the month, that reach it.</param>
/// <param name="Voucher">Code of the voucher definition that it brings.</param>
/// <param name="Worth">What that voucher is worth, for examples, lists and reminders.</param>
/// <param name="Name">What members and staff call it.</param>
internal sealed record LadderRung(long Points, string Voucher, Money Worth, LocalName Name);

/// <summary>Which of the rungs reached pay.</summary>
internal enum RungPolicy
{
    /// <summary>Each one, as it is crossed.</summary>
    EachRung,

    /// <summary>
    /// The highest one instead of those below. A member who has used a lower one has had his voucher of the month.
    /// </summary>
    TopRungOnly,
}
