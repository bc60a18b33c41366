namespace RetailMember.Membership;

/// <summary>The units that members have a balance of.</summary>
public static class MembershipUnits
{
    /// <summary>Redeemable points, in lots with their own days.</summary>
    public const string Points = "points";

    /// <summary>Qualifying growth value: counts towards tiers, cannot be spent.</summary>
    public const string Growth = "growth";

    public static readonly IReadOnlyList<string> All = [Points, Growth];
}
