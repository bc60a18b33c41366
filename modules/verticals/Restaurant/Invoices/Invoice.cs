using RetailMember.Data;

namespace RetailMember.Restaurant.Invoices;

/// <summary>
/// What was asked to be invoiced, once: a load of a card, or a receipt. It has the key of that; one that was reversed may
/// be asked for again.
/// </summary>
internal sealed class Invoice : IBrandOwned
{
    /// <summary>The columns that asking for it again writes.</summary>
    public static readonly string[] Asked =
    [
        nameof(RequestId), nameof(State), nameof(AmountFen), nameof(Buyer), nameof(TaxNo), nameof(RequestedBy),
        nameof(RequestedAt), nameof(InvoiceNo), nameof(Reason), nameof(SettledBy), nameof(SettledAt),
    ];

    /// <summary>The columns that its fate writes.</summary>
    public static readonly string[] Settled =
        [nameof(State), nameof(InvoiceNo), nameof(Reason), nameof(SettledBy), nameof(SettledAt)];

    /// <summary>The key of the load or of the purchase.</summary>
    public required Guid SubjectId { get; init; }

    public required int BrandId { get; init; }

    public required InvoiceKind Kind { get; init; }

    /// <summary>Tells who was first of several who ask at once.</summary>
    public Guid RequestId { get; set; }

    public InvoiceState State { get; set; }

    /// <summary>The card's masked number, or the receipt's.</summary>
    public required string Reference { get; init; }

    public int? StoreId { get; init; }

    /// <summary>What was paid, in fen, without what was given on top.</summary>
    public long AmountFen { get; set; }

    /// <summary>To whom it is made out.</summary>
    public required string Buyer { get; set; }

    public string? TaxNo { get; set; }

    public required string RequestedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; set; }

    /// <summary>As the tax system numbered it.</summary>
    public string? InvoiceNo { get; set; }

    /// <summary>Why it was reversed.</summary>
    public string? Reason { get; set; }

    /// <summary>Who issued or reversed it.</summary>
    public string? SettledBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? SettledAt { get; set; }
}

internal enum InvoiceKind
{
    CardLoad,
    Receipt,
}

internal enum InvoiceState
{
    /// <summary>The guest has asked for it.</summary>
    Requested,
    Issued,

    /// <summary>Taken back in the tax system: it may be asked for anew.</summary>
    Reversed,
}
