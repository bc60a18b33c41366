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

    /// <summary>One that the member who asks holds: any other is answered as one that is not there.</summary>
    public async Task<Voucher> FindOwnAsync(Guid id, CallContext call, CancellationToken cancel) =>
        OwnedBy(await FindAsync(id, cancel), call);

    /// <inheritdoc cref="FindOwnAsync" />
    public async Task<Voucher> LockOwnAsync(Guid id, CallContext call, CancellationToken cancel) =>
        OwnedBy(await LockAsync(id, cancel), call);

    private static Voucher OwnedBy(Voucher voucher, CallContext call) =>
        voucher.MemberId == call.Caller.Id ? voucher : throw NotFound(voucher.Id);

    private static Refusal NotFound(Guid id) => new("redemption.voucher-not-found", RefusalKind.NotFound, ("voucher", id));
}
