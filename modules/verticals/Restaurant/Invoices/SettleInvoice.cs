using FluentValidation;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Invoices;

/// <summary>
/// Notes the number under which the tax system issued an invoice. The same number again is answered alike; where money went
/// back since whoever issued it has looked, it is refused, and what was issued is of too much; so is a number that another
/// invoice of the brand has.
/// </summary>
[Needs(RestaurantRights.IssueInvoices)]
internal sealed class IssueInvoice(InvoiceDesk desk) : UseCase<IssueInvoice.Input, InvoiceView>
{
    protected override async Task<InvoiceView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var open = await desk.OpenAsync(input.Invoice, cancel);
        var (invoice, number) = (open.Invoice, input.InvoiceNo.Trim());
        if (invoice.State is InvoiceState.Issued or InvoiceState.ToReverse && invoice.InvoiceNo == number)
            return await desk.SaveAsync(open, cancel);
        if (invoice.State != InvoiceState.Requested)
            throw new Refusal("restaurant.invoice-not-requested", RefusalKind.Conflict);
        if (input.Amount is { } issued && issued.Fen != invoice.AmountFen)
            throw new Refusal("restaurant.invoice-amount-changed", RefusalKind.Conflict, ("amount", new Money(invoice.AmountFen)));
        await desk.TakeNumberAsync(invoice, number, cancel);
        (invoice.State, invoice.InvoiceNo) = (InvoiceState.Issued, number);
        (invoice.SettledBy, invoice.SettledAt) = (call.Caller.Name, call.At);
        return await desk.SaveAsync(open, cancel);
    }

    /// <param name="Amount">Yuan that it was issued for; left out: what stands now.</param>
    internal sealed record Input(Guid Invoice, string InvoiceNo, Money? Amount = null) : IInput<InvoiceView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.InvoiceNo).NotEmpty().MaximumLength(InvoiceNumber.LongestNumber);
    }
}

/// <summary>
/// Notes the red-letter invoice that took an issued one back, or, without one, that what was asked for will not be issued:
/// another may be asked for. Where part of an issued one was paid back, an invoice of the rest is asked for at once. The same
/// red-letter number again is answered alike.
/// </summary>
[Needs(RestaurantRights.IssueInvoices)]
internal sealed class ReverseInvoice(InvoiceDesk desk) : UseCase<ReverseInvoice.Input, InvoiceView>
{
    protected override async Task<InvoiceView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var open = await desk.OpenAsync(input.Invoice, cancel);
        var (invoice, number) = (open.Invoice, string.IsNullOrWhiteSpace(input.RedLetterNo) ? null : input.RedLetterNo.Trim());
        if (number is not null && invoice.RedLetterNo == number) return await desk.SaveAsync(open, cancel);
        if (!invoice.Stands) throw new Refusal("restaurant.invoice-reversed", RefusalKind.Conflict);
        var isIssued = invoice.State != InvoiceState.Requested;
        if (isIssued && number is null) throw Refusal.Invalid("redLetterNo", "restaurant.red-letter-needed");
        if (!isIssued && number is not null) throw new Refusal("restaurant.invoice-not-issued", RefusalKind.Conflict);
        if (number is not null) await desk.TakeNumberAsync(invoice, number, cancel);
        (invoice.State, invoice.RedLetterNo) = (isIssued ? InvoiceState.Reversed : InvoiceState.Declined, number);
        (invoice.Reason, invoice.SettledBy, invoice.SettledAt) = (input.Reason.Trim(), call.Caller.Name, call.At);
        var view = await desk.SaveAsync(open, cancel);
        if (isIssued) await desk.AskForRestAsync(open, call, cancel);
        return view;
    }

    /// <param name="Reason">Why.</param>
    /// <param name="RedLetterNo">As the tax system numbered it; of one that was issued.</param>
    internal sealed record Input(Guid Invoice, string Reason, string? RedLetterNo = null) : IInput<InvoiceView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
            RuleFor(i => i.RedLetterNo).MaximumLength(InvoiceNumber.LongestNumber);
        }
    }
}
