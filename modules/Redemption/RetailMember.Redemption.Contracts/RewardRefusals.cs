namespace RetailMember.Redemption;

/// <summary>The stable codes of what redemptions are refused for; each is a text key.</summary>
public static class RewardRefusals
{
    /// <summary>No published edition of today has it, or it was withdrawn.</summary>
    public const string NotOffered = "redemption.reward-not-offered";

    /// <summary>Members of this tier may not have it.</summary>
    public const string NotForTier = "redemption.reward-not-for-tier";

    /// <summary>It is not to be had at this store.</summary>
    public const string NotHere = "redemption.reward-not-here";

    /// <summary>Nothing is left.</summary>
    public const string OutOfStock = "redemption.reward-out-of-stock";

    /// <summary>The member has had as many as he may in the period.</summary>
    public const string LimitReached = "redemption.reward-limit-reached";

    /// <summary>What was granted does not come back.</summary>
    public const string RightNotReturnable = "redemption.right-not-returnable";

    /// <summary>It costs something else by now than was shown: the facts are the points now and those shown.</summary>
    public const string PriceChanged = "redemption.price-changed";

    /// <summary>The member has fewer points than it costs.</summary>
    public const string TooFewPoints = "redemption.too-few-points";
}
