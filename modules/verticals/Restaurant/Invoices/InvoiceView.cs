using RetailMember.Brands;
using RetailMember.Values;

namespace RetailMember.Restaurant.Invoices;

/// <summary>An invoice as staff sees it.</summary>
/// <param name="Invoice">Its key.</param>
/// <param name="Reference">The card's masked number, or the receipt's.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="PaidBack">Yuan of it that were paid back since.</param>
/// <param name="RequestedAt">UTC.</param>
/// <param name="RedLetterNo">Of the red-letter invoice that took it back.</param>
/// <param name="SettledAt">UTC; when it was issued, reversed or declined.</param>
internal sealed record InvoiceView(
    Guid Invoice, InvoiceKind Kind, InvoiceState State, string Reference, string? StoreCode, Money Amount, Money PaidBack,
    string Buyer, string? TaxNo, string RequestedBy, DateTime RequestedAt, string? InvoiceNo, string? RedLetterNo,
    string? Reason, string? SettledBy, DateTime? SettledAt)
{
    public static InvoiceView Of(Invoice i, IBrandDirectory brands) => new(
        i.Id, i.Kind, i.State, i.Reference, i.StoreId is { } store ? brands.FindStore(store)?.Code : null,
        new Money(i.AmountFen), new Money(i.PaidBackFen), i.Buyer, i.TaxNo, i.RequestedBy, i.RequestedAt, i.InvoiceNo,
        i.RedLetterNo, i.Reason, i.SettledBy, i.SettledAt);
}
