using FluentValidation;
using RetailMember.StoredValue;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Invoices;

/// <summary>
/// Takes down that the buyer of a card wants an invoice: once, of what he was charged and not of what was given on top. What
/// was paid out to him again is not invoiced. Whoever works at some stores alone finds no load of another.
/// </summary>
[Needs(RestaurantRights.RequestInvoices)]
internal sealed class RequestLoadInvoice(ICardLoads loads, InvoiceDesk desk) : UseCase<RequestLoadInvoice.Input, InvoiceView>
{
    protected override async Task<InvoiceView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var load = (await loads.ReadAsync([input.Load], cancel)).GetValueOrDefault(input.Load);
        if (load is null || !call.Reaches(RestaurantRights.RequestInvoices, load.StoreId))
            throw new Refusal("restaurant.load-not-found", RefusalKind.NotFound);
        return await desk.RequestAsync(
            new InvoiceOrder(
                InvoiceKind.CardLoad, load.Load, load.MaskedNumber, load.StoreId, input.Buyer, input.TaxNo),
            call, cancel);
    }

    /// <param name="Buyer">To whom it is made out.</param>
    internal sealed record Input(Guid Load, [property: Personal] string Buyer, string? TaxNo = null, string? StoreCode = null)
        : IInput<InvoiceView>, IAtStore, IInvoiceForm;

    internal sealed class Rules : InvoiceRules<Input>;
}

/// <summary>What every request for an invoice says.</summary>
internal interface IInvoiceForm
{
    string Buyer { get; }

    string? TaxNo { get; }
}

internal abstract class InvoiceRules<TForm> : AbstractValidator<TForm>
    where TForm : IInvoiceForm
{
    protected InvoiceRules()
    {
        RuleFor(i => i.Buyer).NotEmpty().MaximumLength(100);
        RuleFor(i => i.TaxNo).MaximumLength(20).Matches("^[0-9A-Za-z]*$").WithErrorCode("restaurant.tax-number-malformed");
    }
}
