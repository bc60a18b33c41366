namespace RetailMember.Apparel.Rules;

/// <summary>A service to members that is done as a task: raised by what it waits for, due so many days later.</summary>
internal sealed record ServiceTerms
{
    public required string Code { get; init; }

    public required LocalName Name { get; init; }

    public ServiceTrigger Trigger { get; init; }

    /// <summary>Codes of the tiers that have it; empty: every member.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>The last day to do it is so many days after the one that raised it.</summary>
    public int DueDays { get; init; }

    public ServiceDuty Duty { get; init; }

    public bool IsFor(string tier) => Tiers.Count == 0 || Tiers.Contains(tier);

    public DateOnly DueOn(DateOnly raised) => raised.AddDays(DueDays);
}

/// <summary>What raises a task.</summary>
internal enum ServiceTrigger
{
    /// <summary>Staff, when the member asks.</summary>
    ByHand,

    /// <summary>Each purchase.</summary>
    Purchase,

    /// <summary>Becoming a member.</summary>
    Enrolment,

    /// <summary>Nobody has been in touch for as long as his class allows.</summary>
    Silence,
}

/// <summary>Whose list it stands on.</summary>
internal enum ServiceDuty
{
    /// <summary>The store where it arose.</summary>
    Store,

    /// <summary>The operations centre.</summary>
    Centre,
}
