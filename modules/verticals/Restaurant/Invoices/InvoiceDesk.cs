using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Invoices;

/// <summary>Takes down who wants an invoice of what, inside the caller's transaction: each thing has one.</summary>
internal sealed class InvoiceDesk(IRows rows, IBrandDirectory brands)
{
    /// <summary>Refuses what has an invoice already, and what nothing was paid for.</summary>
    public async Task<InvoiceView> RequestAsync(InvoiceOrder order, CallContext call, CancellationToken cancel)
    {
        if (order.AmountFen <= 0) throw new Refusal("restaurant.nothing-to-invoice", RefusalKind.Conflict);
        var mine = new Invoice
        {
            SubjectId = order.Subject,
            BrandId = call.RequiredBrand.Id,
            Kind = order.Kind,
            RequestId = Guid.CreateVersion7(),
            Reference = order.Reference,
            StoreId = order.StoreId,
            AmountFen = order.AmountFen,
            Buyer = order.Buyer.Trim(),
            TaxNo = order.TaxNo?.Trim(),
            RequestedBy = call.Caller.Name,
            RequestedAt = call.At,
        };
        await rows.InsertMissingAsync([mine], cancel);
        var stands = (await rows.LockAsync<Invoice, Guid>(i => i.SubjectId, [order.Subject], cancel)).Single();
        if (stands.RequestId == mine.RequestId) return InvoiceView.Of(mine, brands);
        if (stands.State != InvoiceState.Reversed)
            throw new Refusal("restaurant.invoiced-already", RefusalKind.Conflict, ("reference", order.Reference));
        await rows.UpdateAsync([mine], Invoice.Asked, cancel);
        return InvoiceView.Of(mine, brands);
    }

    /// <summary>An invoice of the current brand, locked.</summary>
    public async Task<Invoice> LockAsync(Guid invoice, CallContext call, CancellationToken cancel)
    {
        var found = await rows.LockAsync<Invoice, Guid>(i => i.SubjectId, [invoice], cancel);
        return found.Find(i => i.BrandId == call.RequiredBrand.Id)
            ?? throw new Refusal("restaurant.invoice-not-found", RefusalKind.NotFound);
    }

    public async Task<InvoiceView> SaveAsync(Invoice invoice, CancellationToken cancel)
    {
        await rows.UpdateAsync([invoice], Invoice.Settled, cancel);
        return InvoiceView.Of(invoice, brands);
    }
}

/// <param name="Subject">The key of the load or of the purchase.</param>
/// <param name="Reference">The card's masked number, or the receipt's.</param>
/// <param name="AmountFen">What was paid, in fen.</param>
internal sealed record InvoiceOrder(
    InvoiceKind Kind, Guid Subject, string Reference, int? StoreId, long AmountFen, string Buyer, string? TaxNo);
