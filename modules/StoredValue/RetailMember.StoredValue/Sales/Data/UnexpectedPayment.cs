using RetailMember.Data;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>
/// Money that has arrived online, once for each number of the provider's. Where no order waits for it, it is on no card, and
/// somebody pays it back, unless it proves to be an order's after all.
/// </summary>
internal sealed class UnexpectedPayment : IBrandOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    /// <summary>The number that came with it; 0: none did.</summary>
    public long OrderNo { get; set; }

    /// <summary>The order of this number, or whose payment it is; null: the brand had none.</summary>
    public long? SaleId { get; set; }

    /// <summary>Of the order.</summary>
    public int? StoreId { get; set; }

    /// <summary>It is an order's payment, at once or after all.</summary>
    public bool IsOfOrder => Cause is UnexpectedCause.Expected or UnexpectedCause.ToldLater;

    /// <summary>It names an order that its holder could pay so: then it is taken to be his.</summary>
    public bool IsOfHolder => Cause is not (UnexpectedCause.NotOnline or UnexpectedCause.NoSuchOrder);

    /// <summary>The provider's number.</summary>
    public required string Reference { get; init; }

    public long Fen { get; set; }

    public UnexpectedCause Cause { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; set; }

    /// <summary>The provider's account, or who has seen the money.</summary>
    public required string ReportedBy { get; set; }
}

/// <summary>Why nobody waited for it; from <see cref="Expected"/> on it is not, or no longer, to be paid back.</summary>
internal enum UnexpectedCause
{
    /// <summary>The order had been given up.</summary>
    OrderCancelled,

    /// <summary>The order is for another amount.</summary>
    OtherAmount,

    /// <summary>The order had been paid before.</summary>
    PaidBefore,

    /// <summary>The order is paid at the counter.</summary>
    NotOnline,

    /// <summary>There is no order of the number.</summary>
    NoSuchOrder,

    /// <summary>An order waited for it at once.</summary>
    Expected,

    /// <summary>Its order was told afterwards, and is paid by it.</summary>
    ToldLater,

    /// <summary>There never was such money: somebody wrote it down by mistake.</summary>
    Mistaken,
}
