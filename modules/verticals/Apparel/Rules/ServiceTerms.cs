using System.Text.Json.Serialization;

namespace RetailMember.Apparel.Rules;

/// <summary>
/// A service to members that is done as a task, raised by what it waits for and due so many days later; of a season, a message
/// that goes within so many days.
/// </summary>
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

    /// <summary>Whoever does it was in touch with the member, as on the telephone: it stands in the log of contacts.</summary>
    public bool IsContact { get; init; }

    /// <summary>As <see cref="IsContact"/>; what ends a silence is one in any case.</summary>
    [JsonIgnore]
    public bool IsBeingInTouch => IsContact || Trigger == ServiceTrigger.Silence;

    /// <summary>Staff does it; else it is a message.</summary>
    [JsonIgnore]
    public bool IsTask => Trigger != ServiceTrigger.Season;

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

    /// <summary>A new season has come: members are written to.</summary>
    Season,
}

/// <summary>Whose list it stands on.</summary>
internal enum ServiceDuty
{
    /// <summary>The store where it arose.</summary>
    Store,

    /// <summary>The operations centre.</summary>
    Centre,
}
