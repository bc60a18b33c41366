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
    public async Task<long> StandsAsync(InvoiceKind kind, Guid subject, CancellationToken cancel) =>
        (await StandsAsync([(kind, subject)], cancel))[subject];

    /// <summary>By load and purchase, in fen; 0 for what is not there.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> StandsAsync(
        IReadOnlyCollection<(InvoiceKind Kind, Guid Subject)> subjects, CancellationToken cancel)
    {
        var ofLoads = await loads.ReadAsync(Of(InvoiceKind.CardLoad), cancel);
        var ofReceipts = await receipts.ReadAsync(Of(InvoiceKind.Receipt), cancel);
        return subjects.ToDictionary(s => s.Subject, s => s.Kind == InvoiceKind.CardLoad
            ? ofLoads.TryGetValue(s.Subject, out var load) ? load.PrincipalFen - load.PaidOutFen : 0
            : ofReceipts.GetValueOrDefault(s.Subject)?.MoneyFen ?? 0);

        Guid[] Of(InvoiceKind kind) => [.. subjects.Where(s => s.Kind == kind).Select(s => s.Subject)];
    }
}
