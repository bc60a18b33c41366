using FluentValidation;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Gives a sale up that is not loaded. Where money was taken, whoever cancels has the right to give it back at this store, and
/// does; never of a sale of his own, and never who took it.
/// </summary>
[Needs(SalesPermissions.SellCards)]
internal sealed class CancelSale(SaleBook book, SaleViews views) : UseCase<CancelSale.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.SellCards, call, cancel);
        SaleBook.Require(sale, SaleState.Draft, SaleState.AwaitsCheque, SaleState.Paid);
        if (sale.State != SaleState.Draft) RequireMayRepay(sale, call);
        sale.State = SaleState.Cancelled;
        (sale.EndedBy, sale.EndedAt, sale.EndedWhy) = (call.Caller.Name, call.At, input.Reason);
        return await views.OfAsync(sale, cancel);
    }

    private void RequireMayRepay(CardSale sale, CallContext call)
    {
        if (!SaleBook.Reaches(sale, SalesPermissions.TakePayments, call))
            throw new Refusal("permission.denied", RefusalKind.Forbidden, ("permission", SalesPermissions.TakePayments));
        book.RequireSecondPerson(sale, call.Caller, "storedvalue.second-person-needed");
        book.RequireOtherThanPayee(sale, call.Caller);
    }

    internal sealed record Input(long Sale, string Reason) : ISaleStep;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}
