using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Settlement;

/// <summary>Fetches settlements and says lines as staff reads them.</summary>
internal sealed class SettlementShelf(StoredValueDb db, IBrandDirectory brands)
{
    /// <summary>To be changed through the context.</summary>
    public async Task<SettlementBatch> FindAsync(long batch, CancellationToken cancel) =>
        await db.SettlementBatches.SingleOrDefaultAsync(b => b.Id == batch, cancel)
        ?? throw new Refusal("storedvalue.settlement-not-found", RefusalKind.NotFound, ("settlement", batch));

    /// <summary>
    /// Lines that sellers doubt and nobody has answered for, with all others of the same sale, as what was taken back of it:
    /// they are not paid meanwhile.
    /// </summary>
    public IQueryable<CommissionLine> Doubted => db.CommissionLines.AsNoTracking().Where(l => db.CommissionLines.Any(
        o => (o.Id == l.Id || (o.SaleId != null && o.SaleId == l.SaleId))
            && db.CommissionDisputes.Any(d => d.LineId == o.Id && d.AnsweredAt == null)));

    /// <summary>Keys of <see cref="Doubted"/>.</summary>
    public Task<HashSet<Guid>> DoubtedAsync(CancellationToken cancel) => Doubted.Select(l => l.Id).ToHashSetAsync(cancel);

    public CommissionLineView Show(CommissionLine line) => 
        CommissionLineView.Of(line, line.StoreId is { } store ? brands.FindStore(store)?.Code : null);
}
