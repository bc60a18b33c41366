namespace RetailMember.StoredValue;

/// <summary>The rights of those who sell cards, take the money, and pay commission.</summary>
public static class SalesPermissions
{
    /// <summary>Sell cards and reloads, and see one's own sales and commission.</summary>
    public const string SellCards = "StoredValue.Sales.Sell";

    /// <summary>See all sales.</summary>
    public const string ViewSales = "StoredValue.Sales.View";

    /// <summary>Take the money of a sale, and make and load the card.</summary>
    public const string TakePayments = "StoredValue.Sales.TakePayments";

    /// <summary>Hand a loaded card to the customer.</summary>
    public const string DeliverCards = "StoredValue.Sales.Deliver";

    /// <summary>Take a sale back while the customer may without a reason.</summary>
    public const string RefundSales = "StoredValue.Sales.Refund";

    /// <summary>Say that a cheque has cleared, or never will.</summary>
    public const string ConfirmCheques = "StoredValue.Cheques.Confirm";

    /// <summary>Say that an online payment of a reload has arrived: finance, or the account of the payment provider.</summary>
    public const string ConfirmPayments = "StoredValue.OnlinePayments.Confirm";

    /// <summary>Approve a bonus above what the card type gives.</summary>
    public const string ApproveBonuses = "StoredValue.Bonuses.Approve";

    /// <summary>See everybody's commission, targets and reports, and the rules.</summary>
    public const string ViewCommissions = "StoredValue.Commissions.View";

    /// <summary>See what people, areas and stores sold, of the stores alone at which one has this right.</summary>
    public const string ViewTeam = "StoredValue.Team.View";

    /// <summary>Give the customers of a seller who has left to another.</summary>
    public const string HandOverCustomers = "StoredValue.Customers.HandOver";

    /// <summary>Draft commission rules.</summary>
    public const string EditCommissionRules = "StoredValue.Commissions.Edit";

    /// <summary>Put commission rules into force.</summary>
    public const string ActivateCommissionRules = "StoredValue.Commissions.Activate";

    /// <summary>Set targets and plan sales campaigns.</summary>
    public const string EditTargets = "StoredValue.Targets.Edit";

    /// <summary>Approve sales campaigns that somebody else planned.</summary>
    public const string ApproveCampaigns = "StoredValue.Campaigns.Approve";

    /// <summary>Prepare settlements of commission and fetch their files.</summary>
    public const string PrepareSettlements = "StoredValue.Settlements.Prepare";

    /// <summary>Approve settlements that somebody else prepared.</summary>
    public const string ApproveSettlements = "StoredValue.Settlements.Approve";

    /// <summary>Answer sellers who doubt a line, and credit a sale to who really sold it.</summary>
    public const string AnswerDisputes = "StoredValue.Disputes.Answer";

    /// <summary>See the daily reconciliation, what stores owe each other, and the liability.</summary>
    public const string ViewFinance = "StoredValue.Finance.View";
}
