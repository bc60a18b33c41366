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
/// loaded later or cancelled. Money that the order does not wait for is here all the same: it is written down to be paid
/// back, and the provider has his answer; a person is asked to say so, as he may have mistyped.
/// </summary>
[Needs(SalesPermissions.ConfirmPayments)]
internal sealed class ConfirmOnlinePayment(
    StoredValueDb db, SaleBook book, SaleLoading loading, SaleViews views, UnexpectedPayments unexpected,
    UnexpectedPaymentViews payments)
    : UseCase<ConfirmOnlinePayment.Input, ConfirmOnlinePayment.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.ConfirmPayments, call, cancel);
        if (sale.Tender != SaleTender.Online)
            throw new Refusal("storedvalue.sale-not-online", RefusalKind.Conflict, ("sale", sale.Id));
        if (UnexpectedPayments.CauseOf(sale, input.Paid) is { } cause) return await RecordAsync(sale, cause, input, call, cancel);
        (sale.State, sale.PaidBy, sale.PaidAt) = (SaleState.Paid, call.Caller.Name, call.At);
        (sale.PaidOn, sale.PaymentReference) = (call.RequiredBrand.DateOf(call.At), input.Transaction);
        if (call.Caller.Kind != CallerKind.Person || book.OneMayDoAll(sale.BrandId))
            await LoadAsync(sale, call, cancel);
        return new Result(OnlinePaymentOutcome.Accepted, await views.OfAsync(sale, cancel), null);
    }

    private async Task<Result> RecordAsync(
        CardSale sale, UnexpectedCause cause, Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Caller.Kind == CallerKind.Person && !input.EvenUnexpected)
        {
            SaleBook.Require(sale, SaleState.Draft);
            throw new Refusal("storedvalue.paid-differs", RefusalKind.Conflict, ("asked", new Money(sale.PrincipalFen)));
        }

        var payment = unexpected.Record(sale, input.Transaction, input.Paid, cause, call);
        await db.SaveChangesAsync(cancel);
        return new Result(
            OnlinePaymentOutcome.Unexpected, await views.OfAsync(sale, cancel), (await payments.OfAsync([payment], cancel))[0]);
    }

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

    /// <param name="Transaction">The provider's number of the payment.</param>
    /// <param name="Paid">Yuan.</param>
    /// <param name="EvenUnexpected">A person has seen this money, although the order does not wait for it.</param>
    internal sealed record Input(long Sale, string Transaction, Money Paid, bool EvenUnexpected = false) : IInput<Result>, IKeyed
    {
        string IKeyed.BusinessKey => Transaction;
    }

    /// <param name="ArrivedUnexpected">What was written down to be paid back; left out: the order waited for it.</param>
    internal sealed record Result(OnlinePaymentOutcome PaymentOutcome, SaleView CardSale, UnexpectedPaymentView? ArrivedUnexpected);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
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

    /// <summary>The order did not wait for it: it is written down to be paid back.</summary>
    Unexpected,
}
