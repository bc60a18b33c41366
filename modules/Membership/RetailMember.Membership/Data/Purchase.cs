using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>A receipt of a member, with what it granted: a refund goes by these numbers, not by today's rules.</summary>
internal sealed class Purchase : IBrandOwned
{
    /// <summary>Of the keys of its postings.</summary>
    public const string KeyPrefix = "purchase:";

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public int StoreId { get; init; }

    /// <summary>Unique in the store.</summary>
    public required string ReceiptNo { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>The member whose account the points went to; null: the buyer's own.</summary>
    public Guid? EarnerId { get; init; }

    /// <summary>Whose points the receipt has brought.</summary>
    public Guid PointsOwner => EarnerId ?? MemberId;

    /// <summary>Somebody else has earned by it; a merge may have made the two one.</summary>
    public bool HasOtherEarner => PointsOwner != MemberId;

    /// <summary>UTC, as the till says.</summary>
    public DateTime OccurredAt { get; init; }

    /// <summary>The calendar day in the brand's time zone.</summary>
    public DateOnly BusinessDate { get; init; }

    public long ListFen { get; init; }

    /// <summary>What was paid, vouchers and other tenders included.</summary>
    public long PaidFen { get; init; }

    /// <summary>What was paid with money: the earning base, and what counts as spend.</summary>
    public long EarningFen { get; init; }

    public long Points { get; init; }

    /// <summary>Those of <see cref="Points"/> that other modules added; they count towards no tier.</summary>
    public long AddedPoints { get; init; }

    public long Growth { get; init; }

    /// <summary>The tier that decided coefficient and price.</summary>
    public required string Tier { get; init; }

    public int ProgrammeVersion { get; init; }

    /// <summary>The member's epoch whose metrics this receipt counts in; null where it came after its period had ended.</summary>
    public int? MetricsEpoch { get; init; }

    public long RefundedFen { get; set; }

    public long RefundedEarningFen { get; set; }

    public long RefundedPoints { get; set; }

    public long RefundedGrowth { get; set; }

    /// <summary>Wholly refunded: no longer counts as a purchase.</summary>
    public bool IsUndone => PaidFen > 0 && RefundedFen == PaidFen;

    /// <summary>Till or person.</summary>
    public required string Operator { get; init; }

    public string PointsKey => $"{KeyPrefix}{Id:N}:{MembershipUnits.Points}";

    public string GrowthKey => $"{KeyPrefix}{Id:N}:{MembershipUnits.Growth}";

    /// <summary>
    /// What its grants go by when it is refunded, paid and refunded so far: the money where tenders paid beside it, for
    /// money alone earned; the whole where no money paid at all, or nothing but money.
    /// </summary>
    public (long PaidFen, long RefundedFen) GrantBase(bool tendered) =>
        tendered && EarningFen > 0 ? (EarningFen, RefundedEarningFen) : (PaidFen, RefundedFen);
}

internal sealed class PurchaseLine : IBrandOwned
{
    public Guid PurchaseId { get; init; }

    /// <summary>From 1, in the order of the receipt.</summary>
    public int LineNo { get; init; }

    public int BrandId { get; init; }

    public string? Category { get; init; }

    public int Quantity { get; init; }

    public long ListFen { get; init; }

    /// <summary>The price rule that gave <see cref="PaidFen"/>; null where the till had priced the line.</summary>
    public string? PriceRule { get; init; }

    public long PaidFen { get; init; }

    public long RefundedFen { get; set; }
}

/// <summary>Money given back on a receipt, and what was taken back for it.</summary>
internal sealed class Refund : IBrandOwned
{
    /// <summary>Of the keys of its reversals.</summary>
    public const string KeyPrefix = "refund:";

    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public int StoreId { get; init; }

    /// <summary>Unique in the store.</summary>
    public required string RefundNo { get; init; }

    public Guid PurchaseId { get; init; }

    public Guid MemberId { get; init; }

    public DateTime OccurredAt { get; init; }

    public DateOnly BusinessDate { get; init; }

    public long AmountFen { get; init; }

    public long PointsTaken { get; set; }

    public long GrowthTaken { get; set; }

    public required string Operator { get; init; }

    public string? Reason { get; init; }

    /// <summary>What other modules took back with it, as JSON; null: nothing.</summary>
    public string? Undone { get; set; }

    public string PointsKey => $"{KeyPrefix}{Id:N}:{MembershipUnits.Points}";

    public string GrowthKey => $"{KeyPrefix}{Id:N}:{MembershipUnits.Growth}";
}

/// <summary>Sums of one store and day, kept by an event subscriber for charts and reports.</summary>
internal sealed class StoreDay : IBrandOwned
{
    public int BrandId { get; init; }

    /// <summary>0 where no store is known.</summary>
    public int StoreId { get; init; }

    public DateOnly Day { get; init; }

    public long NewMembers { get; set; }

    public long Purchases { get; set; }

    public long PaidFen { get; set; }

    public long RefundedFen { get; set; }

    public long PointsIssued { get; set; }

    public long PointsTakenBack { get; set; }

    public void Add(StoreDay other)
    {
        NewMembers += other.NewMembers;
        Purchases += other.Purchases;
        PaidFen += other.PaidFen;
        RefundedFen += other.RefundedFen;
        PointsIssued += other.PointsIssued;
        PointsTakenBack += other.PointsTakenBack;
    }
}
