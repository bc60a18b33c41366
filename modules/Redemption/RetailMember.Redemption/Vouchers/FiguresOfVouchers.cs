using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Vouchers;

/// <inheritdoc cref="IVoucherFigures" />
internal sealed class FiguresOfVouchers(RedemptionDb db) : IVoucherFigures
{
    public async Task<VoucherFigures> OfIssuesAsync(string keyPrefix, DateTime until, CancellationToken cancel)
    {
        var vouchers = db.Vouchers.AsNoTracking().Where(v => v.IssueKey.StartsWith(keyPrefix));
        var uses = from move in db.VoucherMoves.AsNoTracking()
                   join voucher in vouchers on move.VoucherId equals voucher.Id
                   where move.DiscountFen != 0 && move.At < until
                   group move.DiscountFen by voucher.Id into g
                   where g.Sum() > 0
                   select g.Sum();
        return new VoucherFigures(
            await vouchers.LongCountAsync(cancel), await uses.LongCountAsync(cancel), await uses.SumAsync(cancel));
    }
}
