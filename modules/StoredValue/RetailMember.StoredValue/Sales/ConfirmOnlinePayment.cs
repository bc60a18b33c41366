using FluentValidation;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Unexpected;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Says that a reload which the holder ordered on his phone is paid: finance, which sees the money, or the payment
/// provider's notice. The provider's is loaded at once; what a person says is loaded by another. Keyed by the
/// provider's number: told again, it is done once. Where the card takes no load by now, the sale stays paid, to be
/// loaded later or cancelled. Money that no order waits for is here all the same, also where it names a sale of the counter
/// or no order at all: it is written down to be paid back, and the provider has his answer; a person is asked to say so, as
/// he may have mistyped.
/// </summary>
[Needs(SalesPermissions.ConfirmPayments)]
internal sealed class ConfirmOnlinePayment(
    StoredValueDb db, SaleBook book, SaleLoading loading, SaleViews views, UnexpectedPayments unexpected,
    UnexpectedPaymentViews payments)
    : UseCase<ConfirmOnlinePayment.Input, ConfirmOnlinePayment.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await book.FindAsync(input.Sale, cancel) is not { } sale)
            return call.Caller.Kind == CallerKind.Person && !input.EvenUnexpected
                ? throw SaleBook.NotFound(input.Sale)
                : await RecordAsync(null, UnexpectedCause.NoSuchOrder, input, call, cancel);
        if (UnexpectedPayments.CauseOf(sale, input.Paid) is { } cause)
        {
            if (call.Caller.Kind == CallerKind.Person && !input.EvenUnexpected) throw Mistyped(sale, cause);
            return await RecordAsync(sale, cause, input, call, cancel);
        }

        (sale.State, sale.PaidBy, sale.PaidAt) = (SaleState.Paid, call.Caller.Name, call.At);
        (sale.PaidOn, sale.PaymentReference) = (call.RequiredBrand.DateOf(call.At), input.Transaction);
        if (call.Caller.Kind != CallerKind.Person || book.OneMayDoAll(sale.BrandId))
            await LoadAsync(sale, call, cancel);
        return new Result(OnlinePaymentOutcome.Accepted, await views.OfAsync(sale, cancel), null);
    }

    private async Task<Result> RecordAsync(
        CardSale? sale, UnexpectedCause cause, Input input, CallContext call, CancellationToken cancel)
    {
        var payment = unexpected.Record(sale, input, cause, call);
        await db.SaveChangesAsync(cancel);
        return new Result(
            OnlinePaymentOutcome.Unexpected, sale is null ? null : await views.OfAsync(sale, cancel),
            (await payments.OfAsync([payment], cancel))[0]);
    }

    private static Refusal Mistyped(CardSale sale, UnexpectedCause cause) => cause switch
    {
        UnexpectedCause.NotOnline => new Refusal("storedvalue.sale-not-online", RefusalKind.Conflict, ("sale", sale.Id)),
        UnexpectedCause.PaidBefore => new Refusal(
            "storedvalue.sale-paid-before", RefusalKind.Conflict,
            ("sale", sale.Id), ("by", sale.PaidBy), ("reference", sale.PaymentReference)),
        UnexpectedCause.OtherAmount =>
            new Refusal("storedvalue.paid-differs", RefusalKind.Conflict, ("asked", new Money(sale.PrincipalFen))),
        _ => SaleBook.NotInThisState(sale),
    };

    private async Task LoadAsync(CardSale sale, CallContext call, CancellationToken cancel)
    {
        try
        {
            await loading.LoadAsync(sale, call, cancel);
        }
        catch (Refusal)
        {
            // The money is here all the same: that is written down, and somebody sees to the card.
            sale.State = SaleState.Paid;
        }
    }

    /// <param name="Sale">The number of the order that came with it; 0: none did.</param>
    /// <param name="Transaction">The provider's number of the payment; blanks around it are none of it.</param>
    /// <param name="Paid">Yuan.</param>
    internal sealed record Input(long Sale, string Transaction, Money Paid) : IInput<Result>, IKeyed
    {
        public string Transaction { get; init; } = Transaction?.Trim() ?? "";

        /// <summary>
        /// A person has seen this money, although the order does not wait for it. When the provider tells of it later, that is
        /// the same money.
        /// </summary>
        [BesideContent]
        public bool EvenUnexpected { get; init; }

        string IKeyed.BusinessKey => Transaction;
    }

    /// <param name="CardSale">Left out: the brand has no order of this number.</param>
    /// <param name="ArrivedUnexpected">What was written down to be paid back; left out: the order waited for it.</param>
    internal sealed record Result(OnlinePaymentOutcome PaymentOutcome, SaleView? CardSale, UnexpectedPaymentView? ArrivedUnexpected);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Sale).GreaterThanOrEqualTo(0);
            RuleFor(i => i.Transaction).NotEmpty().MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Paid).IsAmount();
        }
    }
}

/// <summary>What became of money that has arrived online.</summary>
internal enum OnlinePaymentOutcome
{
    /// <summary>The order is paid.</summary>
    Accepted,

    /// <summary>No order waited for it: it is written down to be paid back.</summary>
    Unexpected,
}
