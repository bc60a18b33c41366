using FluentValidation;
using RetailMember.Brands;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>Finance takes the money. A cheque is none before it has cleared.</summary>
[Needs(SalesPermissions.TakePayments)]
internal sealed class PaySale(SaleBook book, SaleViews views) : UseCase<PaySale.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.TakePayments, call, cancel);
        SaleBook.Require(sale, SaleState.Draft);
        (sale.PaidBy, sale.PaidAt, sale.PaymentReference) = (call.Caller.Name, call.At, input.PaymentReference);
        if (sale.Tender == SaleTender.Cheque) sale.State = SaleState.AwaitsCheque;
        else (sale.State, sale.PaidOn) = (SaleState.Paid, call.RequiredBrand.DateOf(call.At));
        return await views.OfAsync(sale, cancel);
    }

    /// <param name="PaymentReference">Till or receipt that took the money.</param>
    internal sealed record Input(long Sale, string? PaymentReference = null) : ISaleStep;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.PaymentReference).MaximumLength(SalesTables.NameLength);
    }
}

/// <summary>Finance says that the bank has paid a cheque, or will not: then the sale is over.</summary>
[Needs(SalesPermissions.ConfirmCheques)]
internal sealed class ConfirmCheque(SaleBook book, SaleViews views) : UseCase<ConfirmCheque.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.ConfirmCheques, call, cancel);
        SaleBook.Require(sale, SaleState.AwaitsCheque);
        if (sale.IsSoldBy(call.Caller)) throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        if (input.Cleared)
        {
            (sale.State, sale.PaidOn) = (SaleState.Paid, call.RequiredBrand.DateOf(call.At));
        }
        else
        {
            sale.State = SaleState.Cancelled;
            (sale.EndedBy, sale.EndedAt, sale.EndedWhy) = (call.Caller.Name, call.At, input.Reason);
        }

        return await views.OfAsync(sale, cancel);
    }

    /// <param name="Reason">Why the bank does not pay.</param>
    internal sealed record Input(long Sale, bool Cleared, string? Reason = null) : ISaleStep;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Reason).MaximumLength(SalesTables.ReasonLength);
            RuleFor(i => i.Reason).NotEmpty().When(i => !i.Cleared);
        }
    }
}
