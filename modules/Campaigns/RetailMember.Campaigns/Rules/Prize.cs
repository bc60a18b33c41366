namespace RetailMember.Campaigns.Rules;

/// <summary>What one award is made of; at least one thing.</summary>
internal sealed record Prize
{
    public long Points { get; init; }

    /// <summary>Growth value; counts towards the tier.</summary>
    public long Growth { get; init; }

    /// <summary>Codes of voucher definitions.</summary>
    public IReadOnlyList<string> Vouchers { get; init; } = [];

    /// <summary>Codes of rewards: goods and services for no points, which the member claims.</summary>
    public IReadOnlyList<string> Rewards { get; init; } = [];

    /// <summary>How many days rewards wait to be claimed.</summary>
    public int? ClaimDays { get; init; }

    /// <summary>Code of the tier that members below it are raised to.</summary>
    public string? TierCode { get; init; }

    /// <summary>Code of a benefit that the member is entitled to.</summary>
    public string? Benefit { get; init; }

    /// <summary>For how many days, the day of the award included; left out: until it is taken back.</summary>
    public int? BenefitDays { get; init; }

    internal int Things => Vouchers.Count + Rewards.Count;

    internal bool IsNothing => Points == 0 && Growth == 0 && Things == 0 && TierCode is null && Benefit is null;
}
