namespace RetailMember.Apparel.Rules;

/// <summary>A new season, which some members are told of.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Last day on which it is told.</param>
/// <param name="Tiers">Codes of the tiers that are told; empty: every member.</param>
internal sealed record SeasonChange(DateOnly First, DateOnly Last, IReadOnlyList<string> Tiers);
