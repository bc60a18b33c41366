namespace RetailMember.Redemption;

/// <summary>The rights of this module.</summary>
public static class RedemptionPermissions
{
    /// <summary>Read what vouchers the brand has, and a member's vouchers with masked codes.</summary>
    public const string ViewVouchers = "Redemption.Vouchers.View";

    /// <summary>See a voucher's code in full; every look is recorded.</summary>
    public const string RevealVouchers = "Redemption.Vouchers.Reveal";

    /// <summary>Draft, activate and end voucher definitions.</summary>
    public const string EditVouchers = "Redemption.Vouchers.Edit";

    /// <summary>Give a voucher to one member.</summary>
    public const string IssueVouchers = "Redemption.Vouchers.Issue";

    /// <summary>Give vouchers to a whole segment.</summary>
    public const string IssueInBulk = "Redemption.Vouchers.IssueInBulk";

    /// <summary>Verify and use vouchers at the till, and give a use back.</summary>
    public const string UseVouchers = "Redemption.Vouchers.Use";

    /// <summary>Take back or pass on what a member holds.</summary>
    public const string ManageVouchers = "Redemption.Vouchers.Manage";

    /// <summary>Read the catalogue, and what a member can afford of it.</summary>
    public const string ViewCatalogue = "Redemption.Catalogue.View";

    /// <summary>Edit rewards and editions.</summary>
    public const string EditCatalogue = "Redemption.Catalogue.Edit";

    /// <summary>Put an edition before the members.</summary>
    public const string PublishEditions = "Redemption.Catalogue.Publish";

    /// <summary>Bring rewards into stock, or correct it.</summary>
    public const string SupplyStock = "Redemption.Stock.Supply";

    /// <summary>See what members have ordered.</summary>
    public const string ViewOrders = "Redemption.Orders.View";

    /// <summary>Redeem a member's points for a reward.</summary>
    public const string RedeemRewards = "Redemption.Orders.Redeem";

    /// <summary>Make orders ready, hand them out, and serve what members are entitled to.</summary>
    public const string HandOutOrders = "Redemption.Orders.HandOut";

    /// <summary>Cancel an order that was not collected.</summary>
    public const string CancelOrders = "Redemption.Orders.Cancel";

    /// <summary>Approve that something comes back which somebody else has handed out.</summary>
    public const string ReturnOrders = "Redemption.Orders.Return";

    /// <summary>See what gifts members have, and by which rules they get them.</summary>
    public const string ViewGifts = "Redemption.Gifts.View";

    /// <summary>Draft, activate and end the rules by which members get gifts.</summary>
    public const string EditGifts = "Redemption.Gifts.Edit";

    /// <summary>Give a member a gift by hand.</summary>
    public const string GiveGifts = "Redemption.Gifts.Give";

    /// <summary>Give a member the gift that he claims.</summary>
    public const string HandOutGifts = "Redemption.Gifts.HandOut";

    /// <summary>Take a gift back.</summary>
    public const string RevokeGifts = "Redemption.Gifts.Revoke";

    /// <summary>See what members are entitled to.</summary>
    public const string ViewBenefits = "Redemption.Benefits.View";

    /// <summary>Say which members are entitled to what.</summary>
    public const string EditBenefits = "Redemption.Benefits.Edit";

    /// <summary>Grant a benefit to members by name, and end it.</summary>
    public const string GrantBenefits = "Redemption.Benefits.Grant";

    /// <summary>Serve members what they are entitled to.</summary>
    public const string UseBenefits = "Redemption.Benefits.Use";

    /// <summary>Run expiry, and give the gifts of the day.</summary>
    public const string RunJobs = "Redemption.Jobs.Run";
}
