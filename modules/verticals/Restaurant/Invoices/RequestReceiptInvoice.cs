using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Invoices;

/// <summary>
/// Takes down that a guest wants an invoice of a receipt: of what money paid. What a card paid was invoiced when the card
/// was bought.
/// </summary>
[Needs(RestaurantRights.RequestInvoices)]
internal sealed class RequestReceiptInvoice(IMemberReceipts receipts, InvoiceDesk desk)
    : UseCase<RequestReceiptInvoice.Input, InvoiceView>
{
    protected override async Task<InvoiceView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = call.Store ?? throw new Refusal("store.needed", RefusalKind.Invalid);
        var receipt = await receipts.FindAsync(store.Id, input.ReceiptNo, cancel)
            ?? throw new Refusal("restaurant.receipt-not-found", RefusalKind.NotFound, ("receipt", input.ReceiptNo));
        return await desk.RequestAsync(
            new InvoiceOrder(InvoiceKind.Receipt, receipt.Id, input.ReceiptNo, store.Id, input.Buyer, input.TaxNo), call, cancel);
    }

    /// <param name="Buyer">To whom it is made out.</param>
    internal sealed record Input(string ReceiptNo, [property: Personal] string Buyer, string? TaxNo = null, string? StoreCode = null)
        : IInput<InvoiceView>, IAtStore, IInvoiceForm;

    internal sealed class Rules : InvoiceRules<Input>
    {
        public Rules() => RuleFor(i => i.ReceiptNo).NotEmpty().MaximumLength(64);
    }
}
