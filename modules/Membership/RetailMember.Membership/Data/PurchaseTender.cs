using RetailMember.Data;

namespace RetailMember.Membership.Data;

/// <summary>A tender other than money that paid part of a receipt.</summary>
internal sealed class PurchaseTender : IBrandOwned
{
    public Guid PurchaseId { get; init; }

    /// <summary>From 1, in the order in which they were laid on.</summary>
    public int Number { get; init; }

    public int BrandId { get; init; }

    /// <summary>Code of the <see cref="TenderKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the receipt calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What its module finds it by.</summary>
    public required string Reference { get; init; }

    public long AmountFen { get; init; }

    /// <summary>Points spent; 0 for other kinds.</summary>
    public long Points { get; init; }

    public long RefundedFen { get; set; }

    public long RefundedPoints { get; set; }

    /// <summary>Takes note of what goes back, and says how many of the points that is: all of them with the last fen.</summary>
    public long GiveBack(long fen)
    {
        RefundedFen += fen;
        var points = (long)((Int128)Points * RefundedFen / AmountFen) - RefundedPoints;
        RefundedPoints += points;
        return points;
    }
}

/// <summary>What a tender paid of one line; a receipt without lines counts as one.</summary>
internal sealed class PurchaseTenderLine : IBrandOwned
{
    public Guid PurchaseId { get; init; }

    /// <summary>The tender's.</summary>
    public int Number { get; init; }

    public int LineNo { get; init; }

    public int BrandId { get; init; }

    public long AmountFen { get; init; }

    public long RefundedFen { get; set; }
}

/// <summary>What a refund gave back to a tender.</summary>
internal sealed class RefundTender : IBrandOwned
{
    public Guid RefundId { get; init; }

    /// <summary>The tender's number on the receipt.</summary>
    public int Number { get; init; }

    public int BrandId { get; init; }

    public long AmountFen { get; init; }

    public long Points { get; init; }

    /// <summary>What the member can use again: less where it was not yet, or no longer, to be restored.</summary>
    public long RestoredFen { get; init; }

    public bool Lapsed { get; init; }
}
