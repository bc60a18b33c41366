using RetailMember.Data;

namespace RetailMember.StoredValue.Sales.Data;

/// <summary>
/// Money that has arrived online and is for no order that waits for it: it is on no card, and somebody pays it back. Once for
/// each number of the provider's.
/// </summary>
internal sealed class UnexpectedPayment : IBrandOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    /// <summary>The number that came with it; 0: none did.</summary>
    public long OrderNo { get; init; }

    /// <summary>The order of this number; null: the brand had none.</summary>
    public long? SaleId { get; init; }

    /// <summary>Of the order.</summary>
    public int? StoreId { get; init; }

    /// <summary>It names an order that its holder could pay so: then it is taken to be his.</summary>
    public bool IsOfHolder => Cause is not (UnexpectedCause.NotOnline or UnexpectedCause.NoSuchOrder);

    /// <summary>The provider's number.</summary>
    public required string Reference { get; init; }

    public long Fen { get; init; }

    public UnexpectedCause Cause { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; init; }

    /// <summary>The provider's account, or who has seen the money.</summary>
    public required string ReportedBy { get; init; }
}

/// <summary>Why nobody waited for it.</summary>
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
}
