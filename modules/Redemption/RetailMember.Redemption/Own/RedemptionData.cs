using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption.Own;

/// <summary>What this module holds about a member: vouchers, orders, services, gifts, benefits and ratings. Codes stay sealed.</summary>
internal sealed class RedemptionData(RedemptionDb db, IEnumerable<IVoucherReasons> reasons) : IMemberData
{
    public string Name => "redemption";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        vouchers = await (
            from voucher in db.Vouchers.AsNoTracking()
            join definition in db.VoucherDefinitions on voucher.DefinitionId equals definition.Id
            where voucher.MemberId == member
            orderby voucher.IssuedAt
            select new
            {
                voucher = voucher.Id, definition = definition.Code, voucher.State, voucher.FaceFen, voucher.RemainingFen,
                voucher.ValidFrom, voucher.ExpiresOn, voucher.IssuedAt,
            }).ToListAsync(cancel),
        voucherUses = (await (
            from move in db.VoucherMoves.AsNoTracking()
            join voucher in db.Vouchers on move.VoucherId equals voucher.Id
            where move.MemberId == member
            orderby move.Id
            select new { Move = move, voucher.IssueKey }).ToListAsync(cancel)).ConvertAll(u => new
            {
                voucher = u.Move.VoucherId, u.Move.Kind, u.Move.ValueFen, u.Move.DiscountFen,
                Reference = reasons.ReferenceOf(u.Move, u.IssueKey), u.Move.At,
            }),
        orders = await (
            from order in db.RewardOrders.AsNoTracking()
            join reward in db.Rewards on order.RewardId equals reward.Id
            where order.MemberId == member
            orderby order.OrderedAt
            select new
            {
                order = order.Id, reward = reward.Code, order.Pieces, order.Points, order.State, order.OrderedAt, order.HeldUntil,
                order.ClosedAt,
                stars = db.RewardRatings.Where(r => r.OrderId == order.Id).Select(r => (int?)r.Stars).FirstOrDefault(),
            }).ToListAsync(cancel),
        services = await (
            from entitlement in db.Entitlements.AsNoTracking()
            join reward in db.Rewards on entitlement.RewardId equals reward.Id
            where entitlement.MemberId == member
            orderby entitlement.ValidFrom
            select new
            {
                reward = reward.Code, entitlement.Uses, entitlement.Used, entitlement.ValidFrom, entitlement.ExpiresOn,
                entitlement.Revoked,
                bookings = db.ServiceBookings.Where(b => b.EntitlementId == entitlement.Id).OrderBy(b => b.On)
                    .Select(b => new { b.On, b.Time, b.State }).ToList(),
            }).ToListAsync(cancel),
        gifts = await db.Gifts.AsNoTracking().Where(g => g.MemberId == member).OrderBy(g => g.EarnedOn)
            .Select(g => new { g.Reason, g.State, g.EarnedOn, g.ClaimUntil, g.MovedAt }).ToListAsync(cancel),
        benefitUses = await (
            from use in db.BenefitUses.AsNoTracking()
            join benefit in db.Benefits on use.BenefitId equals benefit.Id
            where use.MemberId == member
            orderby use.Id
            select new { benefit = benefit.Code, use.Period, use.TakenBackAt }).ToListAsync(cancel),
    };
}
