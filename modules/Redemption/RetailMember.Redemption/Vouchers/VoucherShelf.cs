using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers;

/// <summary>Fetches a voucher of the current brand by its key.</summary>
internal sealed class VoucherShelf(RedemptionDb db, IRows rows, DataSession session)
{
    public async Task<Voucher> FindAsync(Guid id, CancellationToken cancel) =>
        await db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancel) ?? throw NotFound(id);

    /// <summary>Until the transaction ends; write it back with <see cref="IRows.UpdateAsync"/>.</summary>
    public async Task<Voucher> LockAsync(Guid id, CancellationToken cancel) =>
        (await rows.LockAsync<Voucher, Guid>(v => v.Id, [id], cancel)).SingleOrDefault(v => v.BrandId == session.Brand)
        ?? throw NotFound(id);

    private static Refusal NotFound(Guid id) => new("redemption.voucher-not-found", RefusalKind.NotFound, ("voucher", id));
}
