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

    /// <summary>Keys of the lines that sellers doubt and nobody has answered for: they are not paid meanwhile.</summary>
    public Task<HashSet<Guid>> DoubtedAsync(CancellationToken cancel) => db.CommissionDisputes.AsNoTracking()
        .Where(d => d.AnsweredAt == null).Select(d => d.LineId).ToHashSetAsync(cancel);

    public CommissionLineView Show(CommissionLine line) => 
        CommissionLineView.Of(line, line.StoreId is { } store ? brands.FindStore(store)?.Code : null);
}
