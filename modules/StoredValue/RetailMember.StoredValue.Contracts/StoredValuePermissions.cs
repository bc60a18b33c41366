namespace RetailMember.StoredValue;

/// <summary>The rights of this module.</summary>
public static class StoredValuePermissions
{
    /// <summary>Read card types with their terms.</summary>
    public const string ViewTypes = "StoredValue.Types.View";

    /// <summary>Draft card types.</summary>
    public const string EditTypes = "StoredValue.Types.Edit";

    /// <summary>Put the terms of a card type into force.</summary>
    public const string ActivateTypes = "StoredValue.Types.Activate";

    /// <summary>See cards with masked numbers, their balances and their history.</summary>
    public const string ViewCards = "StoredValue.Cards.View";

    /// <summary>See a card's number in full; every look is recorded.</summary>
    public const string RevealCards = "StoredValue.Cards.Reveal";

    /// <summary>Pay with a card that is shown: charge it, hold an amount, capture or release it.</summary>
    public const string ChargeCards = "StoredValue.Cards.Charge";

    /// <summary>Give back to a card what it paid.</summary>
    public const string RefundCards = "StoredValue.Cards.Refund";

    /// <summary>Block a card, and unblock it.</summary>
    public const string BlockCards = "StoredValue.Cards.Block";

    /// <summary>Replace a card by a new number, pass it on to another member, extend what has expired.</summary>
    public const string ManageCards = "StoredValue.Cards.Manage";

    /// <summary>Ask for a card to be closed with what is left of its principal paid out.</summary>
    public const string RequestClosings = "StoredValue.Closings.Request";

    /// <summary>Decide what somebody else has asked for.</summary>
    public const string ApproveClosings = "StoredValue.Closings.Approve";

    /// <summary>See batches of gift cards.</summary>
    public const string ViewBatches = "StoredValue.Batches.View";

    /// <summary>Make batches of gift cards, and stop them.</summary>
    public const string EditBatches = "StoredValue.Batches.Edit";

    /// <summary>Hand gift cards out of a batch.</summary>
    public const string IssueGiftCards = "StoredValue.Batches.Issue";

    /// <summary>Run expiry, and release holds that are over.</summary>
    public const string RunJobs = "StoredValue.Jobs.Run";
}
