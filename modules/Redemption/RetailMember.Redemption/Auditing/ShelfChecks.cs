using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Auditing;

/// <summary>Holds vouchers against their histories, and stock, entitlements and benefits against what was taken of them.</summary>
internal sealed class ShelfChecks(RedemptionDb db)
{
    /// <summary>Each kind of fault with the keys of the rows that have it.</summary>
    public IEnumerable<(string Code, IQueryable<Guid> Wrong)> All =>
    [
        ("voucher-value-is-not-moves", db.Vouchers.Where(v =>
            v.RemainingFen != v.FaceFen + db.VoucherMoves.Where(m => m.VoucherId == v.Id).Sum(m => m.ValueFen)).Select(v => v.Id)),
        ("voucher-state-is-not-value", db.Vouchers.Where(v =>
            (v.State == VoucherState.Issued && v.RemainingFen != v.FaceFen)
            || (v.State == VoucherState.PartlyUsed && (v.RemainingFen == 0 || v.RemainingFen == v.FaceFen))
            || (v.State > VoucherState.PartlyUsed && v.RemainingFen != 0)).Select(v => v.Id)),
        ("voucher-returned-too-much", db.VoucherMoves
            .Where(m => m.Kind == VoucherMoveKind.Used || m.Kind == VoucherMoveKind.Returned)
            .GroupBy(m => new { m.VoucherId, m.Reference }).Where(g => g.Sum(m => m.DiscountFen) < 0).Select(g => g.Key.VoucherId)),
        ("voucher-without-move", db.Vouchers.Where(v =>
            !db.VoucherMoves.Any(m => m.VoucherId == v.Id && m.Kind == VoucherMoveKind.Issued)).Select(v => v.Id)),
        ("stock-is-not-orders", db.RewardStocks.Where(s =>
            s.Taken < 0 || s.Taken > s.Supplied
            || s.Taken != db.RewardOrders
                .Where(o => o.RewardId == s.RewardId && o.StockPlace == s.StoreId && o.State <= RewardOrderState.Collected)
                .Sum(o => (long)o.Pieces)).Select(s => s.RewardId)),
        ("entitlement-is-not-uses", db.Entitlements.Where(e =>
            e.Used != db.EntitlementUses.Count(u => u.EntitlementId == e.Id)).Select(e => e.Id)),
        ("benefit-uses-are-not-quota", db.Quotas.Where(q => db.Benefits.Any(b => b.Id == q.Subject)
            && q.Taken != db.BenefitUses.Count(u =>
                u.BenefitId == q.Subject && u.MemberId == q.MemberId && u.Period == q.Period
                && u.TakenBackAt == null)).Select(q => q.Subject)),
        ("benefit-use-without-quota", db.BenefitUses.Where(u => !db.Quotas.Any(q =>
            q.Subject == u.BenefitId && q.MemberId == u.MemberId && q.Period == u.Period)).Select(u => u.BenefitId)),
        ("benefit-voucher-was-not-given", db.BenefitUses.Where(u =>
            u.VoucherId != null && !db.Vouchers.Any(v => v.Id == u.VoucherId)).Select(u => u.BenefitId)),
    ];
}
