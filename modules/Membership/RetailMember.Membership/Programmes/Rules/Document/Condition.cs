namespace RetailMember.Membership.Programmes;

/// <summary>When a multiplier or price benefit holds: all that is stated must be so; nothing stated = always.</summary>
internal sealed record Condition
{
    /// <summary>On the birthday itself; who was born on 29 February celebrates on the 28th in other years.</summary>
    public bool Birthday { get; init; }

    public bool BirthdayMonth { get; init; }

    /// <summary>1 to 31; a day that the month does not have means its last day.</summary>
    public int? DayOfMonth { get; init; }

    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>First day of the window, inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the window, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Codes of tiers; empty = every tier.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>Codes of stores; empty = every store.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];
}
