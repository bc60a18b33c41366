namespace RetailMember.Pharmacy.Rules;

/// <summary>
/// Filling up on the monthly member day: single steps first; from <see cref="ThousandsFrom"/> on whatever reaches
/// <see cref="HundredsFrom"/> beyond a full thousand is filled up to the next one.
/// </summary>
internal sealed record TopUpTerms
{
    /// <summary>1 to 31; a day that the month does not have means its last day.</summary>
    public int DayOfMonth { get; init; } = 18;

    public IReadOnlyList<TopUpStep> Steps { get; init; } = [new(1_400, 1_500), new(1_800, 2_000), new(2_700, 3_000), new(3_600, 4_000)];

    public long ThousandsFrom { get; init; } = 4_500;

    /// <summary>What the last three digits must reach.</summary>
    public long HundredsFrom { get; init; } = 500;

    /// <summary>Nothing is filled beyond this balance.</summary>
    public long Most { get; init; } = 10_000;

    public bool IsMemberDay(DateOnly day) =>
        day.Day == Math.Min(DayOfMonth, DateTime.DaysInMonth(day.Year, day.Month));

    /// <summary>The first member day that is not before a day.</summary>
    public DateOnly NextMemberDay(DateOnly day)
    {
        while (!IsMemberDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>How many points a balance is given.</summary>
    public long PointsFor(long balance) => Math.Max(FilledTo(balance) - balance, 0);

    /// <summary>The least balance above this one that is filled up; null where none is.</summary>
    public long? NextThreshold(long balance)
    {
        if (PointsFor(balance) > 0) return balance;
        var thousand = Math.Max((balance / 1_000 * 1_000) + HundredsFrom, ThousandsFrom);
        long[] ahead =
        [
            .. Steps.Select(s => s.From).Where(f => f > balance),
            .. ((long[])[thousand, thousand + 1_000]).Where(f => f > balance && f < Most),
        ];
        return ahead.Length == 0 ? null : ahead.Min();
    }

    private long FilledTo(long balance)
    {
        if (balance >= ThousandsFrom)
            return balance < Most && balance % 1_000 >= HundredsFrom ? Math.Min(((balance / 1_000) + 1) * 1_000, Most) : balance;
        return Steps.Where(s => balance >= s.From && balance < s.To).Select(s => s.To).DefaultIfEmpty(balance).Max();
    }
}

/// <summary>A balance from <paramref name="From"/> on that has not reached <paramref name="To"/> is filled up to it.</summary>
internal sealed record TopUpStep(long From, long To);
