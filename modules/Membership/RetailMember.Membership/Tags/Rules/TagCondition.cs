namespace RetailMember.Membership.Tags;

/// <summary>One thing that must be true of a member. What is not known of him, such as a birthday, is never true.</summary>
internal sealed record TagCondition
{
    public required TagMeasure Measure { get; init; }

    /// <summary>The last so many days, today included; left out with <see cref="Months"/>: the whole membership.</summary>
    public int? Days { get; init; }

    /// <summary>The last so many calendar months, the present one included.</summary>
    public int? Months { get; init; }

    /// <summary>Looks at these categories alone; empty: at everything.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>In yuan, percent, pieces, days or whatever the measure counts.</summary>
    public decimal? AtLeast { get; init; }

    public decimal? AtMost { get; init; }

    /// <summary>Codes of stores or tiers, or numbers of months, one of which it must be.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>The first day that counts; null: all of them do.</summary>
    public DateOnly? FirstDay(DateOnly today) => (Days, Months) switch
    {
        ({ } days, _) => today.AddDays(1 - days),
        (_, { } months) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months),
        _ => null,
    };

    public bool Holds(TagFigure figure) => figure switch
    {
        { Number: { } number } when OneOf.Count == 0 => !(number < AtLeast) && !(number > AtMost),
        { Number: { } number } => OneOf.Contains(TagFigure.Text(number)),
        { Code: { } code } => OneOf.Contains(code),
        _ => false,
    };
}

/// <summary>What a condition looks at.</summary>
internal enum TagMeasure
{
    /// <summary>Receipts, those with a category where some are named.</summary>
    Receipts,

    /// <summary>What was paid, refunds taken off, in yuan.</summary>
    Paid,

    /// <summary>Paid by receipts, in yuan.</summary>
    AverageTicket,

    /// <summary>Pieces on lines of receipts.</summary>
    Pieces,

    /// <summary>Share of the categories in what was paid, in percent.</summary>
    SpendShare,

    /// <summary>Days since the last receipt; of who never bought it is never true.</summary>
    DaysSincePurchase,

    /// <summary>The store of most receipts.</summary>
    UsualStore,

    /// <summary>The hour of the day of most receipts, 0 to 23.</summary>
    UsualHour,

    /// <summary>The tier held.</summary>
    Tier,

    /// <summary>In whole years.</summary>
    Age,

    /// <summary>1 to 12; without numbers: the present month.</summary>
    BirthdayMonth,

    DaysSinceJoining,
}
