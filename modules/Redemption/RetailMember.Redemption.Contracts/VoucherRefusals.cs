namespace RetailMember.Redemption;

/// <summary>The stable codes of what vouchers are refused for; each is a text key.</summary>
public static class VoucherRefusals
{
    /// <summary>
    /// It does not exist, was used, revoked or has expired, or belongs to somebody else: one answer for all, so that it
    /// tells nothing to whoever tries codes.
    /// </summary>
    public const string NotUsable = "redemption.voucher-not-usable";

    /// <summary>Its first day of use is still to come.</summary>
    public const string NotYet = "redemption.voucher-not-yet";

    /// <summary>It does not count at this store.</summary>
    public const string NotHere = "redemption.voucher-not-here";

    /// <summary>The goods that it counts for cost less than its minimum spend.</summary>
    public const string BelowMinimum = "redemption.voucher-below-minimum";

    /// <summary>Nothing in the basket that it counts for is left to pay.</summary>
    public const string NotApplicable = "redemption.voucher-not-applicable";

    /// <summary>One voucher was given twice.</summary>
    public const string SameTwice = "redemption.voucher-twice";

    /// <summary>Several vouchers of which one may not be combined.</summary>
    public const string DoNotStack = "redemption.vouchers-do-not-stack";

    /// <summary>No active definition has this code.</summary>
    public const string DefinitionNotActive = "redemption.voucher-definition-not-active";

    /// <summary>The member has had as many as the definition allows.</summary>
    public const string MemberHasMost = "redemption.member-has-most-vouchers";

    /// <summary>The key was used before for another member or definition.</summary>
    public const string IssueKeyReused = "redemption.voucher-key-reused";

    /// <summary>The receipt did not use this voucher.</summary>
    public const string UseNotFound = "redemption.voucher-use-not-found";

    /// <summary>More would be given back than was used.</summary>
    public const string OverReturn = "redemption.voucher-over-return";
}
