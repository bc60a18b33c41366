using FluentValidation;
using Microsoft.EntityFrameworkCore;
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
/// provider's notice. The provider's is loaded at once; what a person says is loaded by another. The provider's number is
/// one payment: told again, it is done once, and told with the order that waits for it where it stood as unexpected, it pays
/// that order, unless it is on its way back. Where the card takes no load by now, the sale stays paid, to be
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
        var (payment, isNew) = await unexpected.ClaimAsync(input, call, cancel);
        var sale = await book.FindAsync(input.Sale, cancel);
        var cause = sale is null ? UnexpectedCause.NoSuchOrder : UnexpectedPayments.CauseOf(sale, input.Paid);
        if (!isNew) return await AgainAsync(payment, cause is null ? sale : null, input, call, cancel);
        if (cause is { } why && call.Caller.Kind == CallerKind.Person && !input.EvenUnexpected)
            throw Mistyped(input, sale, why);
        UnexpectedPayments.Record(payment, sale, input, cause ?? UnexpectedCause.Expected, call);
        return cause is null
            ? await AcceptAsync(sale!, payment, call, cancel)
            : await AnswerAsync(OnlinePaymentOutcome.Unexpected, payment, cancel);
    }

    /// <summary>The number was told before: it is the same money, whatever order came with it then.</summary>
    /// <param name="payment">What it stands for.</param>
    /// <param name="waits">The order that is named now, where it waits for just this.</param>
    /// <param name="input">What is told now.</param>
    /// <param name="call">Who says so.</param>
    /// <param name="cancel">Cancels.</param>
    private async Task<Result> AgainAsync(
        UnexpectedPayment payment, CardSale? waits, Input input, CallContext call, CancellationToken cancel)
    {
        if (payment.Fen != input.Paid.Fen
            || (payment.IsOfOrder && input.Sale != payment.OrderNo && input.Sale != payment.SaleId))
            throw new Refusal(
                "storedvalue.payment-told-otherwise", RefusalKind.Conflict,
                ("reference", payment.Reference), ("arrived", new Money(payment.Fen)),
                ("sale", payment.SaleId ?? payment.OrderNo), ("by", payment.ReportedBy));
        if (payment.IsOfOrder) return await AnswerAsync(OnlinePaymentOutcome.Accepted, payment, cancel);
        if (waits is null) return await AnswerAsync(OnlinePaymentOutcome.Unexpected, payment, cancel);
        await unexpected.RequireOpenAsync(payment, cancel);
        (payment.Cause, payment.SaleId, payment.StoreId) = (UnexpectedCause.ToldLater, waits.Id, waits.StoreId);
        return await AcceptAsync(waits, payment, call, cancel);
    }

    private async Task<Result> AcceptAsync(CardSale sale, UnexpectedPayment payment, CallContext call, CancellationToken cancel)
    {
        (sale.State, sale.PaidBy, sale.PaidAt) = (SaleState.Paid, call.Caller.Name, payment.At);
        // The money is the house's since it arrived, although its order is known only now.
        (sale.PaidOn, sale.PaymentReference) = (payment.On, payment.Reference);
        if (call.Caller.Kind != CallerKind.Person || book.OneMayDoAll(sale.BrandId))
            await LoadAsync(sale, call, cancel);
        return new Result(OnlinePaymentOutcome.Accepted, await views.OfAsync(sale, cancel), null);
    }

    private async Task<Result> AnswerAsync(OnlinePaymentOutcome outcome, UnexpectedPayment payment, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var sale = payment.SaleId is { } order ? await db.CardSales.SingleAsync(s => s.Id == order, cancel) : null;
        return new Result(
            outcome, sale is null ? null : await views.OfAsync(sale, cancel),
            outcome == OnlinePaymentOutcome.Accepted ? null : (await payments.OfAsync([payment], cancel))[0]);
    }

    private static Refusal Mistyped(Input input, CardSale? sale, UnexpectedCause cause) => cause switch
    {
        _ when input.Sale == 0 => new Refusal("storedvalue.payment-names-no-order", RefusalKind.Conflict),
        _ when sale is null => SaleBook.NotFound(input.Sale),
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
    internal sealed record Input(long Sale, string Transaction, Money Paid) : IInput<Result>
    {
        public string Transaction { get; init; } = Transaction?.Trim() ?? "";

        /// <summary>
        /// A person has seen this money, although the order does not wait for it. When the provider tells of it later, that is
        /// the same money.
        /// </summary>
        public bool EvenUnexpected { get; init; }
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
