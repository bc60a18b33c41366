using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Invoices;

/// <summary>Notes the number under which the tax system issued an invoice.</summary>
[Needs(RestaurantRights.IssueInvoices)]
internal sealed class IssueInvoice(InvoiceDesk desk) : UseCase<IssueInvoice.Input, InvoiceView>
{
    protected override async Task<InvoiceView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var invoice = await desk.LockAsync(input.Invoice, call, cancel);
        if (invoice.State != InvoiceState.Requested)
            throw new Refusal("restaurant.invoice-not-requested", RefusalKind.Conflict);
        (invoice.State, invoice.InvoiceNo) = (InvoiceState.Issued, input.InvoiceNo.Trim());
        (invoice.SettledBy, invoice.SettledAt) = (call.Caller.Name, call.At);
        return await desk.SaveAsync(invoice, cancel);
    }

    internal sealed record Input(Guid Invoice, string InvoiceNo) : IInput<InvoiceView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.InvoiceNo).NotEmpty().MaximumLength(32);
    }
}

/// <summary>Notes that an invoice was taken back, or will not be issued: it may be asked for anew.</summary>
[Needs(RestaurantRights.IssueInvoices)]
internal sealed class ReverseInvoice(InvoiceDesk desk) : UseCase<ReverseInvoice.Input, InvoiceView>
{
    protected override async Task<InvoiceView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var invoice = await desk.LockAsync(input.Invoice, call, cancel);
        if (invoice.State == InvoiceState.Reversed) throw new Refusal("restaurant.invoice-reversed", RefusalKind.Conflict);
        (invoice.State, invoice.Reason) = (InvoiceState.Reversed, input.Reason.Trim());
        (invoice.SettledBy, invoice.SettledAt) = (call.Caller.Name, call.At);
        return await desk.SaveAsync(invoice, cancel);
    }

    internal sealed record Input(Guid Invoice, string Reason) : IInput<InvoiceView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}
