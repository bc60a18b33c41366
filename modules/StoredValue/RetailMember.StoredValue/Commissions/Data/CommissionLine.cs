using RetailMember.Data;

namespace RetailMember.StoredValue.Commissions.Data;

/// <summary>An amount that a seller has for a sale or a month, or has no more: never changed, only moved on to be paid.</summary>
internal sealed class CommissionLine : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Null: of assessment pay, which is for a month.</summary>
    public long? SaleId { get; init; }

    /// <summary>Of the sale.</summary>
    public int? StoreId { get; init; }

    /// <summary>Of assessment pay: first day of the month that it is for.</summary>
    public DateOnly? Month { get; init; }

    public Guid SellerId { get; init; }

    /// <summary>User name.</summary>
    public required string Seller { get; init; }

    public CommissionKind Kind { get; init; }

    /// <summary>Negative: taken back.</summary>
    public long Fen { get; init; }

    /// <summary>What it was reckoned from, in fen; negative where it is taken back.</summary>
    public long BaseFen { get; init; }

    /// <summary>0 for awards and assessment pay.</summary>
    public int PerMille { get; init; }

    /// <summary>The version of the rules.</summary>
    public int RuleVersion { get; init; }

    /// <summary>Code of the role that the rate is for; null: it is for every role.</summary>
    public string? Role { get; init; }

    /// <summary>Code of the sales campaign that gave an award.</summary>
    public string? Campaign { get; init; }

    public CommissionState State { get; set; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The day from which it is payable: when the customer can no longer take the sale back.</summary>
    public DateOnly PayableOn { get; init; }

    /// <summary>The line that it takes back.</summary>
    public Guid? Reverses { get; init; }

    /// <summary>Number of the settlement that pays it.</summary>
    public long? BatchId { get; set; }
}

internal enum CommissionKind
{
    Commission,
    FirstCard,
    TopSeller,

    /// <summary>Of a month, for what was reached of its target; below zero where that has become less since.</summary>
    Assessment,
}

internal enum CommissionState
{
    /// <summary>The customer may still take the sale back.</summary>
    Pending,

    /// <summary>Goes into the next settlement.</summary>
    Payable,

    /// <summary>Paid, or held against what was paid.</summary>
    Settled,

    /// <summary>Taken back before it was paid, with the line that did: neither is ever paid.</summary>
    ClawedBack,
}
