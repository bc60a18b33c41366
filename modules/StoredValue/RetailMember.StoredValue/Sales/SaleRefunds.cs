using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Sales;

/// <summary>What it means for a sale that its customer got principal back and gave the rest up.</summary>
internal sealed class SaleRefunds(CommissionBook commissions)
{
    /// <param name="sale">Locked.</param>
    /// <param name="principalFen">Of the principal, what he got back now.</param>
    /// <param name="reason">Why; null: its card was closed, and says why.</param>
    /// <param name="occasion">The refund.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task ApplyAsync(CardSale sale, long principalFen, string? reason, CardOccasion occasion, CancellationToken cancel)
    {
        if (sale.DeliveredOn is not null) await commissions.TakeBackAsync(sale, principalFen, occasion, cancel);
        sale.RefundedFen += principalFen;
        // A purchase that is returned later pays out more, and ends nothing that has ended.
        if (sale.State == SaleState.Refunded) return;
        sale.State = SaleState.Refunded;
        (sale.EndedBy, sale.EndedAt, sale.EndedWhy) = (occasion.Operator, occasion.At, reason);
    }
}
