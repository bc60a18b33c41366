using FluentValidation;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Says that a reload which the holder ordered on his phone is paid: finance, which sees the money, or the payment
/// provider's notice. The provider's is loaded at once; what a person says is loaded by another. Keyed by the
/// provider's number: told again, it is done once. Where the card takes no load by now, the sale stays paid, to be
/// loaded later or cancelled.
/// </summary>
[Needs(SalesPermissions.ConfirmPayments)]
internal sealed class ConfirmOnlinePayment(SaleBook book, SaleLoading loading, SaleViews views)
    : UseCase<ConfirmOnlinePayment.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.ConfirmPayments, call, cancel);
        if (sale.Tender != SaleTender.Online)
            throw new Refusal("storedvalue.sale-not-online", RefusalKind.Conflict, ("sale", sale.Id));
        SaleBook.Require(sale, SaleState.Draft);
        if (input.Paid.Fen != sale.PrincipalFen)
            throw new Refusal("storedvalue.paid-differs", RefusalKind.Conflict, ("asked", new Money(sale.PrincipalFen)));
        (sale.State, sale.PaidBy, sale.PaidAt) = (SaleState.Paid, call.Caller.Name, call.At);
        (sale.PaidOn, sale.PaymentReference) = (call.RequiredBrand.DateOf(call.At), input.Transaction);
        if (call.Caller.Kind != CallerKind.Person || book.OneMayDoAll(sale.BrandId))
            await LoadAsync(sale, call, cancel);
        return await views.OfAsync(sale, cancel);
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
    internal sealed record Input(long Sale, string Transaction, Money Paid) : IInput<SaleView>, IKeyed
    {
        string IKeyed.BusinessKey => Transaction;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Transaction).NotEmpty().MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Paid).IsAmount();
        }
    }
}
