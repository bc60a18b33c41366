using RetailMember.Data;
using RetailMember.People;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>
/// A card that staff sells, or a reload: from the wish of the customer to money, to value on the card, to the card in his
/// hand. Who is credited with it is settled when it is drafted.
/// </summary>
internal sealed class CardSale : IBrandOwned, IVersioned
{
    /// <summary>The number that people know it by.</summary>
    public long Id { get; init; }

    public int BrandId { get; init; }

    public int StoreId { get; init; }

    public SaleKind Kind { get; init; }

    public SaleState State { get; set; }

    /// <summary>Code.</summary>
    public required string CardType { get; init; }

    /// <summary>The version of the type by which it was judged when it was drafted: its bonus and its cooling-off are that one's.</summary>
    public int TypeVersion { get; init; }

    /// <summary>Of a reload from the start, of a new card from the load on.</summary>
    public Guid? CardId { get; set; }

    public Guid? MemberId { get; set; }

    /// <summary>The merge of members that brought it to this one; null: none.</summary>
    public Guid? MergeId { get; set; }

    /// <summary>Bought for a company, which may pay less in cash than a person.</summary>
    public bool ForCompany { get; init; }

    /// <summary>Who is credited; null: the store.</summary>
    public Guid? SellerId { get; set; }

    /// <summary>User name; stays when he leaves.</summary>
    public string? Seller { get; set; }

    public Attribution Attribution { get; set; }

    /// <summary>Code of the sales channel by which it came; null: nobody named one.</summary>
    public string? Channel { get; init; }

    public long PrincipalFen { get; init; }

    /// <summary>Given without approval, as told when it was drafted; what the load gave from then on.</summary>
    public long BonusFen { get; set; }

    /// <summary>As the seller was told; once the money is taken, what it was.</summary>
    public SaleTender Tender { get; set; }

    /// <summary>Number of the cheque or of the transfer.</summary>
    public string? TenderReference { get; set; }

    /// <summary>Till or receipt that took the money; of an online payment the provider's number.</summary>
    public string? PaymentReference { get; set; }

    /// <summary>A bonus above the band's that was asked for; null: none.</summary>
    public int? AskedPerMille { get; init; }

    public string? AskedWhy { get; init; }

    public BonusDecision Decision { get; set; }

    public string? DecidedBy { get; set; }

    public string? DecidedWhy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    public required string DraftedBy { get; init; }

    /// <summary>Null where no person did.</summary>
    public Guid? DraftedById { get; init; }

    /// <summary>UTC.</summary>
    public DateTime DraftedAt { get; init; }

    public string? PaidBy { get; set; }

    /// <summary>UTC; of a cheque: when it was handed over.</summary>
    public DateTime? PaidAt { get; set; }

    /// <summary>Business date on which the money is the house's: of a cheque, on which it cleared.</summary>
    public DateOnly? PaidOn { get; set; }

    public string? LoadedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LoadedAt { get; set; }

    /// <summary>Business date.</summary>
    public DateOnly? LoadedOn { get; set; }

    public Guid? LoadId { get; set; }

    public string? DeliveredBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DeliveredAt { get; set; }

    /// <summary>Business date.</summary>
    public DateOnly? DeliveredOn { get; set; }

    /// <summary>The first business day on which the customer can no longer take it back without a reason.</summary>
    public DateOnly? KeptFrom { get; set; }

    /// <summary>Why it was cancelled or refunded, or why a cheque is no money.</summary>
    public string? EndedWhy { get; set; }

    public string? EndedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Of the principal, what the customer got back.</summary>
    public long RefundedFen { get; set; }

    /// <summary>Code of the sales campaign that ran at delivery.</summary>
    public string? Campaign { get; set; }

    /// <summary>User name of whoever was credited before somebody put that right; the latest time alone.</summary>
    public string? FormerSeller { get; set; }

    public string? CorrectedBy { get; set; }

    public string? CorrectedWhy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? CorrectedAt { get; set; }

    public long Version { get; set; }

    /// <summary>He is credited with it, or wrote down what nobody is credited with.</summary>
    public bool IsSoldBy(Caller caller) => caller.Id is { } person && person == (SellerId ?? DraftedById);

    /// <summary>He took the money for it, or has seen that it came.</summary>
    public bool IsPaidTo(string userName) => PaidBy == userName;

    /// <summary>What of it counts for targets and races.</summary>
    public long NetFen => PrincipalFen - RefundedFen;
}

internal enum SaleKind
{
    Card,
    Reload,
}

internal enum SaleState
{
    Draft,

    /// <summary>A cheque was handed over that the bank has not paid yet: no money.</summary>
    AwaitsCheque,
    Paid,
    Loaded,
    Delivered,
    Cancelled,
    Refunded,
}

internal enum SaleTender
{
    Cash,
    BankCard,
    BankTransfer,
    Cheque,

    /// <summary>Paid online by the holder himself.</summary>
    Online,
}

/// <summary>Why a sale is credited to whom it is.</summary>
internal enum Attribution
{
    /// <summary>He was named.</summary>
    Named,

    /// <summary>Nobody was named; he sold to this card last.</summary>
    LastSeller,

    /// <summary>Nobody's: the store's.</summary>
    Store,

    /// <summary>Nobody was named; he wrote it down.</summary>
    Drafter,

    /// <summary>Nobody's, not even the store's: its last seller sells here no more, and the brand wants it so.</summary>
    Nobody,
}

/// <summary>What became of a bonus that somebody must approve.</summary>
internal enum BonusDecision
{
    NotAsked,
    Waits,
    Approved,
    Declined,
}
