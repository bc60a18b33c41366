using RetailMember.Data;

namespace RetailMember.Restaurant.Invoices;

/// <summary>What can be invoiced, a load of a card or a receipt: locked while its invoices change.</summary>
internal sealed class InvoiceSubject : IBrandOwned
{
    /// <summary>The key of the load or of the purchase.</summary>
    public required Guid Id { get; init; }

    public required int BrandId { get; init; }

    /// <summary>Its one invoice that is asked for or issued; null: none, so that one may be asked for.</summary>
    public Guid? Standing { get; set; }
}

/// <summary>An invoice of a load of a card or of a receipt. Its row stays when it is reversed; the next one is another row.</summary>
internal sealed class Invoice : IBrandOwned
{
    /// <summary>The columns that its fate writes.</summary>
    public static readonly string[] Settled =
    [
        nameof(State), nameof(AmountFen), nameof(PaidBackFen), nameof(InvoiceNo), nameof(RedLetterNo), nameof(Reason),
        nameof(SettledBy), nameof(SettledAt),
    ];

    public required Guid Id { get; init; }

    /// <summary>The key of the load or of the purchase.</summary>
    public required Guid SubjectId { get; init; }

    public required int BrandId { get; init; }

    public required InvoiceKind Kind { get; init; }

    public InvoiceState State { get; set; }

    /// <summary>The card's masked number, or the receipt's.</summary>
    public required string Reference { get; init; }

    public int? StoreId { get; init; }

    /// <summary>What was paid, in fen, without what was given on top. Until it is issued it follows what is paid back.</summary>
    public long AmountFen { get; set; }

    /// <summary>What of it was paid back since it was issued, in fen.</summary>
    public long PaidBackFen { get; set; }

    /// <summary>To whom it is made out.</summary>
    public required string Buyer { get; init; }

    public string? TaxNo { get; init; }

    public required string RequestedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; init; }

    /// <summary>As the tax system numbered it.</summary>
    public string? InvoiceNo { get; set; }

    /// <summary>The number of the red-letter invoice that took it back.</summary>
    public string? RedLetterNo { get; set; }

    /// <summary>Why it was reversed, or not issued.</summary>
    public string? Reason { get; set; }

    /// <summary>Who issued, reversed or declined it; null where all of it was paid back before it was issued.</summary>
    public string? SettledBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? SettledAt { get; set; }

    /// <summary>It is asked for or issued, and not taken back.</summary>
    public bool Stands => State is InvoiceState.Requested or InvoiceState.Issued or InvoiceState.ToReverse;

    /// <summary>Follows what is left of the money, in fen: asked for, it is of less; issued, it is to be reversed.</summary>
    public void Follow(long leftFen)
    {
        if (State != InvoiceState.Requested)
        {
            PaidBackFen = Math.Max(AmountFen - leftFen, 0);
            State = PaidBackFen > 0 ? InvoiceState.ToReverse : InvoiceState.Issued;
        }
        else if (leftFen > 0)
        {
            AmountFen = leftFen;
        }
        else
        {
            (State, PaidBackFen) = (InvoiceState.Declined, AmountFen);
        }
    }
}

/// <summary>A number of the tax system, of an invoice or of the red-letter one that took it back: each stands once.</summary>
internal sealed class InvoiceNumber : IBrandOwned
{
    public const int LongestNumber = 32;

    public required int BrandId { get; init; }

    /// <summary>In capitals: letter case makes no other number.</summary>
    public required string Number { get; init; }

    public required Guid InvoiceId { get; init; }
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

    /// <summary>Issued, and money went back since: a red-letter invoice is due.</summary>
    ToReverse,

    /// <summary>Taken back by a red-letter invoice: another one may be asked for.</summary>
    Reversed,

    /// <summary>Never issued: another one may be asked for.</summary>
    Declined,
}
