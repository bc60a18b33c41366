namespace RetailMember.Membership.Programmes;

/// <summary>A campaign's factor on earning. Of all that hold, the highest alone counts.</summary>
internal sealed record Multiplier
{
    public required string Code { get; init; }
    public required LocalName Name { get; init; }
    public bool Enabled { get; init; } = true;
    public EarningUnit Unit { get; init; } = EarningUnit.Points;
    public required decimal Factor { get; init; }
    public Condition When { get; init; } = new();
}

/// <summary>A member who holds at least <paramref name="From"/> points earns points at this factor.</summary>
internal sealed record BalanceBand(long From, decimal Factor);

/// <summary>
/// A share of the list price for everyone who meets the condition. Benefits do not stack: the best applies.
/// </summary>
internal sealed record PriceBenefit
{
    public required string Code { get; init; }
    public required LocalName Name { get; init; }
    public bool Enabled { get; init; } = true;
    public required decimal PayRate { get; init; }
    public Condition When { get; init; } = new();
}
