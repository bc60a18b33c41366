using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;

namespace RetailMember.StoredValue.Sales;

/// <summary>A card that is closed gives its sales up: what sellers earned with the principal paid out is taken back.</summary>
internal sealed class SalesOfLoads(StoredValueDb db, IRows rows, SaleRefunds refunds) : ILoadFollower
{
    public async Task PrincipalReturnedAsync(IReadOnlyList<ReturnedPrincipal> returned, CancellationToken cancel)
    {
        var sales = await rows.LockAsync<CardSale, Guid?>(s => s.LoadId, [.. returned.Select(r => (Guid?)r.Load)], cancel);
        var byLoad = sales.ToDictionary(s => s.LoadId!.Value);
        foreach (var back in returned)
        {
            if (!byLoad.TryGetValue(back.Load, out var sale)) continue;
            db.CardSales.Attach(sale);
            await refunds.ApplyAsync(sale, back.PrincipalFen, reason: null, back.Occasion, cancel);
            // The next of these sales asks what is left of a race.
            await db.SaveChangesAsync(cancel);
        }
    }
}
