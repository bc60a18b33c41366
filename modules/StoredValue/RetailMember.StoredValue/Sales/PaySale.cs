using FluentValidation;
using RetailMember.Brands;
using RetailMember.StoredValue.Law;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Finance takes the money and says how it was paid, whatever the seller had been told. A cheque is none before it has
/// cleared. Nobody takes the money of a sale of his own.
/// </summary>
[Needs(SalesPermissions.TakePayments)]
internal sealed class PaySale(SaleBook book, SaleTerms terms, GuardRails law, SaleViews views)
    : UseCase<PaySale.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.TakePayments, call, cancel);
        SaleBook.Require(sale, SaleState.Draft);
        if (sale.Tender == SaleTender.Online) throw new Refusal("storedvalue.sale-paid-online", RefusalKind.Conflict, ("sale", sale.Id));
        book.RequireSecondPerson(sale, call.Caller, "storedvalue.second-person-needed");
        await RestateAsync(sale, input, cancel);
        (sale.PaidBy, sale.PaidAt, sale.PaymentReference) = (call.Caller.Name, call.At, input.PaymentReference);
        if (sale.Tender == SaleTender.Cheque) sale.State = SaleState.AwaitsCheque;
        else (sale.State, sale.PaidOn) = (SaleState.Paid, call.RequiredBrand.DateOf(call.At));
        return await views.OfAsync(sale, cancel);
    }

    /// <summary>Another way to pay may be one that the law forbids for this amount.</summary>
    private async Task RestateAsync(CardSale sale, Input input, CancellationToken cancel)
    {
        sale.TenderReference = input.TenderReference ?? (sale.Tender == input.PaymentMethod ? sale.TenderReference : null);
        sale.Tender = input.PaymentMethod;
        if (sale is { Tender: SaleTender.Cheque, TenderReference: not { Length: > 0 } })
            throw Refusal.Invalid("tenderReference", "field.not-empty");
        _ = law.OfSale(sale.AtLaw((await terms.OfAsync(sale, cancel)).Named, await book.CardOfAsync(sale, cancel)), sale.BrandId);
    }

    /// <param name="PaymentMethod">How it was paid.</param>
    /// <param name="TenderReference">Number of the cheque or of the transfer; left out: the one drafted with the same way to pay.</param>
    /// <param name="PaymentReference">Till or receipt that took the money.</param>
    internal sealed record Input(
        long Sale, SaleTender PaymentMethod, string? TenderReference = null, string? PaymentReference = null) : ISaleStep;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.PaymentMethod).IsInEnum().NotEqual(SaleTender.Online).WithErrorCode("storedvalue.online-is-the-holders");
            RuleFor(i => i.TenderReference).MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.PaymentReference).MaximumLength(SalesTables.NameLength);
        }
    }
}

/// <summary>
/// Finance says that the bank has paid a cheque, or will not: then the sale is over. Neither its seller says so nor who
/// took the cheque.
/// </summary>
[Needs(SalesPermissions.ConfirmCheques)]
internal sealed class ConfirmCheque(SaleBook book, SaleViews views) : UseCase<ConfirmCheque.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.ConfirmCheques, call, cancel);
        SaleBook.Require(sale, SaleState.AwaitsCheque);
        if (sale.IsSoldBy(call.Caller) || sale.IsPaidTo(call.Caller.Name))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
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
