using FluentValidation;
using RetailMember.Brands;
using RetailMember.Membership.Programmes;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Purchases;

/// <summary>A receipt as tills and imports send it.</summary>
internal abstract record ReceiptForm : IAtStore
{
    public const int MostLines = 500;
    public const int MostPieces = 1_000_000;

    /// <summary>Tills may leave it out: their own store is meant.</summary>
    public string? StoreCode { get; init; }

    /// <summary>What was scanned or typed: member number, card or mobile.</summary>
    [Personal]
    public required string Member { get; init; }

    /// <summary>With an offset, or the wall clock of the brand's time zone; now where it is left out.</summary>
    public DateTime? OccurredAt { get; init; }

    /// <summary>Yuan paid for the whole receipt; may be left out where every line has its amount.</summary>
    public Money? Amount { get; init; }

    public IReadOnlyList<ReceiptLine> Lines { get; init; } = [];

    /// <summary>
    /// Yuan of <see cref="Amount"/> that another system has settled already; it earns nothing. For tills that know only
    /// this total: a refund leaves it to them what goes back where. Tills that say more name it among the
    /// <see cref="Tenders"/>, with the kind <c>external</c>; not both.
    /// </summary>
    public Money VoucherAmount { get; init; }

    /// <summary>What pays beside money, as far as this house settles or should remember it.</summary>
    public IReadOnlyList<TenderForm> Tenders { get; init; } = [];

    /// <summary>UTC.</summary>
    public DateTime At(CallContext call) => OccurredAt is { } given ? call.RequiredBrand.InstantOf(given) : call.At;

    /// <summary>The calendar day in the brand's time zone.</summary>
    public DateOnly DayOf(CallContext call) => call.RequiredBrand.DateOf(At(call));

    /// <summary>The basket as the rules see it: a receipt without lines is one line.</summary>
    public BasketLine[] Basket() => Lines.Count == 0
        ? [new BasketLine(Amount!.Value.Fen, Amount.Value.Fen)]
        : [.. Lines.Select(l => l.InBasket())];
}

/// <summary>What every receipt must satisfy, whoever sends it.</summary>
internal abstract class ReceiptRules<TForm> : AbstractValidator<TForm>
    where TForm : ReceiptForm
{
    private static readonly DateTime Earliest = BusinessDays.Earliest.ToDateTime(default, DateTimeKind.Utc);

    protected ReceiptRules()
    {
        RuleFor(r => r.Member).NotEmpty().MaximumLength(64);
        RuleFor(r => r.StoreCode).MaximumLength(64);
        RuleFor(r => r.OccurredAt).Must(at => at is null || at >= Earliest).WithErrorCode("field.too-long-ago");
        RuleFor(r => r.Amount).Must(NotNegative).WithErrorCode("amount.negative");
        RuleFor(r => r.Amount).NotNull().When(r => r.Lines.Count == 0).WithErrorCode("field.not-empty");
        RuleFor(r => r.VoucherAmount).Must(v => v.Fen >= 0).WithErrorCode("amount.negative");
        RuleFor(r => r.VoucherAmount).Must((r, v) => v.Fen == 0 || r.Tenders.Count == 0)
            .WithErrorCode("purchase.voucher-amount-beside-tenders");
        RuleFor(r => r.Tenders).Must(t => t.Count <= TenderForm.MostTenders).WithErrorCode("purchase.too-many-tenders");
        RuleForEach(r => r.Tenders).SetValidator(new TenderFormRules());
        RuleFor(r => r.Lines).Must(l => l.Count <= ReceiptForm.MostLines).WithErrorCode("purchase.too-many-lines");
        RuleForEach(r => r.Lines).SetValidator(new ReceiptLineRules());
        RuleFor(r => r.Amount).Must((r, _) => WithinBounds(r)).WithErrorCode("purchase.too-large");
        RuleFor(r => r.Amount).Must((r, amount) => amount!.Value.Fen == r.Lines.Sum(l => l.Amount!.Value.Fen))
            .When(r => r.Amount is not null && r.Lines.Count > 0 && WithinBounds(r) && r.Lines.All(l => l.Amount is not null))
            .WithErrorCode("purchase.lines-do-not-add-up");
    }

    private static bool WithinBounds(TForm form) =>
        ReceiptBounds.Hold(form.Lines, form.Amount) && form.VoucherAmount.Fen <= Receipt.MaxFen;

    private static bool NotNegative(Money? amount) => amount is not { Fen: < 0 };
}
