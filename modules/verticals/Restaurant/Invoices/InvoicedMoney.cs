using RetailMember.Membership;
using RetailMember.StoredValue;

namespace RetailMember.Restaurant.Invoices;

/// <summary>
/// What was paid of what can be invoiced and was not paid back: of a load its principal, of a receipt what money paid. What a
/// card paid was invoiced when the card was bought.
/// </summary>
internal sealed class InvoicedMoney(ICardLoads loads, IMemberReceipts receipts)
{
    /// <summary>In fen; 0 for what is not there.</summary>
    public async Task<long> StandsAsync(
        InvoiceKind kind, Guid subject, int? store, string reference, CancellationToken cancel) => kind switch
    {
        InvoiceKind.CardLoad => await loads.FindAsync(subject, cancel) is { } load ? load.PrincipalFen - load.PaidOutFen : 0,
        _ => store is { } at ? (await receipts.FindAsync(at, reference, cancel))?.MoneyFen ?? 0 : 0,
    };
}
