using FluentValidation;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Gives a sale up that is not loaded. Where money was taken, whoever cancels has the right to give it back, and does.
/// </summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class CancelSale(SaleBook book, SaleViews views) : UseCase<CancelSale.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.SellCards, call, cancel);
        SaleBook.Require(sale, SaleState.Draft, SaleState.AwaitsCheque, SaleState.Paid);
        if (sale.State != SaleState.Draft && !call.Caller.HoldsAnywhere(SalesPermissions.TakePayments))
            throw new Refusal("permission.denied", RefusalKind.Forbidden, ("permission", SalesPermissions.TakePayments));
        sale.State = SaleState.Cancelled;
        (sale.EndedBy, sale.EndedAt, sale.EndedWhy) = (call.Caller.Name, call.At, input.Reason);
        return await views.OfAsync(sale, cancel);
    }

    internal sealed record Input(long Sale, string Reason) : ISaleStep;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}
