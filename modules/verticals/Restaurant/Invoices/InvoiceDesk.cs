using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Restaurant.Data;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Invoices;

/// <summary>The register of invoices, inside the caller's transaction: each load or receipt has one that stands.</summary>
internal sealed class InvoiceDesk(RestaurantDb db, IRows rows, InvoicedMoney money, IBrandDirectory brands)
{
    /// <summary>Refuses what has an invoice already, and what nothing was paid for.</summary>
    public async Task<InvoiceView> RequestAsync(InvoiceOrder order, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand.Id;
        await rows.InsertMissingAsync([new InvoiceSubject { Id = order.Subject, BrandId = brand }], cancel);
        var subject = (await rows.LockAsync<InvoiceSubject, Guid>(s => s.Id, [order.Subject], cancel)).Single();
        if (subject.Standing is not null)
            throw new Refusal("restaurant.invoiced-already", RefusalKind.Conflict, ("reference", order.Reference));
        // Read under the lock: money that goes back from now on finds the invoice.
        var paid = await money.StandsAsync(order.Kind, order.Subject, cancel);
        if (paid <= 0) throw new Refusal("restaurant.nothing-to-invoice", RefusalKind.Conflict);
        return await AddAsync(
            subject,
            new Invoice
            {
                Id = Guid.CreateVersion7(),
                SubjectId = order.Subject,
                BrandId = brand,
                Kind = order.Kind,
                Reference = order.Reference,
                StoreId = order.StoreId,
                AmountFen = paid,
                Buyer = order.Buyer.Trim(),
                TaxNo = order.TaxNo?.Trim(),
                RequestedBy = call.Caller.Name,
                RequestedAt = call.At,
            },
            cancel);
    }

    /// <summary>An invoice of the current brand with its subject locked, as what was paid and paid back stands now.</summary>
    public async Task<OpenInvoice> OpenAsync(Guid invoice, CancellationToken cancel)
    {
        var of = await db.Invoices.AsNoTracking().Where(i => i.Id == invoice).Select(i => (Guid?)i.SubjectId)
            .SingleOrDefaultAsync(cancel) ?? throw new Refusal("restaurant.invoice-not-found", RefusalKind.NotFound);
        var subject = (await rows.LockAsync<InvoiceSubject, Guid>(s => s.Id, [of], cancel)).Single();
        // Read under the lock: it may have been settled meanwhile.
        var found = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == invoice, cancel);
        if (subject.Standing == found.Id)
            found.Follow(await money.StandsAsync(found.Kind, found.SubjectId, cancel));
        return new OpenInvoice(found, subject);
    }

    /// <summary>
    /// Takes a number of the tax system for an invoice, or for the red-letter one that takes it back: the system gives each
    /// number once, to one or the other.
    /// </summary>
    public async Task TakeNumberAsync(Invoice invoice, string number, CancellationToken cancel)
    {
        var taken = new InvoiceNumber { BrandId = invoice.BrandId, Number = number.ToUpperInvariant(), InvoiceId = invoice.Id };
        if (await rows.InsertMissingAsync([taken], cancel) == 0)
            throw new Refusal("restaurant.invoice-number-taken", RefusalKind.Conflict, ("number", number));
    }

    /// <summary>Writes how an invoice goes on; one that stands no more makes room for the next.</summary>
    public async Task<InvoiceView> SaveAsync(OpenInvoice open, CancellationToken cancel)
    {
        await rows.UpdateAsync([open.Invoice], Invoice.Settled, cancel);
        if (!open.Invoice.Stands && open.Subject.Standing == open.Invoice.Id)
        {
            open.Subject.Standing = null;
            await rows.UpdateAsync([open.Subject], [nameof(InvoiceSubject.Standing)], cancel);
        }

        return InvoiceView.Of(open.Invoice, brands);
    }

    /// <summary>Asks for an invoice to the same buyer of what is left, where one was reversed because part of it was paid back.</summary>
    public async Task AskForRestAsync(OpenInvoice reversed, CallContext call, CancellationToken cancel)
    {
        var was = reversed.Invoice;
        if (was.PaidBackFen == 0 || was.PaidBackFen >= was.AmountFen) return;
        await AddAsync(
            reversed.Subject,
            new Invoice
            {
                Id = Guid.CreateVersion7(),
                SubjectId = was.SubjectId,
                BrandId = was.BrandId,
                Kind = was.Kind,
                Reference = was.Reference,
                StoreId = was.StoreId,
                AmountFen = was.AmountFen - was.PaidBackFen,
                Buyer = was.Buyer,
                TaxNo = was.TaxNo,
                RequestedBy = call.Caller.Name,
                RequestedAt = call.At,
            },
            cancel);
    }

    /// <summary>Money of loads or receipts went back: their invoices follow.</summary>
    /// <returns>The invoices that are to be reversed now.</returns>
    public async Task<IReadOnlyList<Invoice>> FollowAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        var locked = await rows.LockAsync<InvoiceSubject, Guid>(s => s.Id, subjects, cancel);
        List<Invoice> due = [];
        foreach (var subject in locked.Where(s => s.Standing is not null))
        {
            var open = await OpenAsync(subject.Standing!.Value, cancel);
            await SaveAsync(open, cancel);
            if (open.Invoice.State == InvoiceState.ToReverse) due.Add(open.Invoice);
        }

        return due;
    }

    private async Task<InvoiceView> AddAsync(InvoiceSubject subject, Invoice invoice, CancellationToken cancel)
    {
        await rows.InsertAsync([invoice], cancel);
        subject.Standing = invoice.Id;
        await rows.UpdateAsync([subject], [nameof(InvoiceSubject.Standing)], cancel);
        return InvoiceView.Of(invoice, brands);
    }
}

/// <summary>An invoice whose subject is locked.</summary>
internal sealed record OpenInvoice(Invoice Invoice, InvoiceSubject Subject);

/// <param name="Subject">The key of the load or of the purchase.</param>
/// <param name="Reference">The card's masked number, or the receipt's.</param>
internal sealed record InvoiceOrder(
    InvoiceKind Kind, Guid Subject, string Reference, int? StoreId, string Buyer, string? TaxNo);
