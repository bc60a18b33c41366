using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Vouchers;

namespace RetailMember.Redemption.Merging;

/// <summary>
/// Vouchers, orders, services, gifts, benefits and what was taken of limited things go to the survivor of a merge, and
/// back. A benefit that both were granted for the same thing, as by staff, stays with each. What others of a pool paid
/// for an order names the payer for ever.
/// </summary>
internal sealed class ShelfMerge(
    RedemptionDb db, IRows rows, VoucherHistory history, MergedCounters counters, MergedGrants grants) : IMemberMerge
{
    public string Module => "Redemption";

    public int Order => 100;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel)
    {
        var open = db.Vouchers.Where(v => v.State == VoucherState.Issued || v.State == VoucherState.PartlyUsed);
        return
        [
            new("vouchers", await open.LongCountAsync(v => v.MemberId == member, cancel)),
            new("orders", await db.RewardOrders.LongCountAsync(o => o.MemberId == member, cancel)),
            new("services", await db.Entitlements.LongCountAsync(e => e.MemberId == member, cancel)),
            new("gifts", await db.Gifts.LongCountAsync(g => g.MemberId == member, cancel)),
            new("benefits", await db.GrantedBenefits.LongCountAsync(g => g.MemberId == member, cancel)),
        ];
    }

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var (from, to) = (order.Duplicate, order.Survivor);
        var moved = new List<MergedShelfRow>();
        Note(MergedShelfKind.Voucher, await db.Vouchers.Where(v => v.MemberId == from).Select(v => v.Id).ToListAsync(cancel));
        Note(MergedShelfKind.Order, await db.RewardOrders.Where(o => o.MemberId == from).Select(o => o.Id).ToListAsync(cancel));
        Note(MergedShelfKind.Entitlement, await db.Entitlements.Where(e => e.MemberId == from).Select(e => e.Id).ToListAsync(cancel));
        Note(MergedShelfKind.Gift, await db.Gifts.Where(g => g.MemberId == from).Select(g => g.Id).ToListAsync(cancel));
        moved.AddRange((await grants.OfAsync(from, cancel)).Select(g => Row(order, MergedShelfKind.GrantedBenefit, g)));
        var uses = await db.BenefitUses.Where(u => u.MemberId == from).Select(u => u.Id).ToListAsync(cancel);
        moved.AddRange(uses.Select(u => Row(order, MergedShelfKind.BenefitUse, u.ToString(CultureInfo.InvariantCulture))));
        moved.AddRange(await counters.MoveAsync(order, cancel));
        await OwnAsync(order, from, to, moved, cancel);
        await rows.InsertAsync(moved, cancel);

        void Note(MergedShelfKind kind, List<Guid> ids) => moved.AddRange(ids.Select(id => Row(order, kind, id.ToString("N"))));
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var moved = await db.MergedShelfRows.AsNoTracking().Where(r => r.MergeId == order.Merge).ToListAsync(cancel);
        await counters.MoveBackAsync(order, [.. moved.Where(r => r.Kind == MergedShelfKind.Quota)], cancel);
        await OwnAsync(order, order.Survivor, order.Duplicate, moved, cancel);
    }

    /// <summary>What has gone to somebody else meanwhile, as vouchers do, stays with him.</summary>
    private async Task OwnAsync(
        MemberMergeOrder order, Guid from, Guid to, IReadOnlyCollection<MergedShelfRow> moved, CancellationToken cancel)
    {
        await OwnVouchersAsync(order, from, to, Ids(MergedShelfKind.Voucher), cancel);
        var (orders, services) = (Ids(MergedShelfKind.Order), Ids(MergedShelfKind.Entitlement));
        await db.RewardOrders.Where(o => o.MemberId == from && EF.Parameter(orders).Contains(o.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.MemberId, to), cancel);
        await db.Entitlements.Where(e => e.MemberId == from && EF.Parameter(services).Contains(e.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.MemberId, to), cancel);
        var gifts = Ids(MergedShelfKind.Gift);
        await db.Gifts.Where(g => g.MemberId == from && EF.Parameter(gifts).Contains(g.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.MemberId, to), cancel);
        await grants.OwnAsync(Rows(MergedShelfKind.GrantedBenefit), from, to, cancel);
        long[] uses = [.. Rows(MergedShelfKind.BenefitUse).Select(r => long.Parse(r, CultureInfo.InvariantCulture))];
        await db.BenefitUses.Where(u => u.MemberId == from && EF.Parameter(uses).Contains(u.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.MemberId, to), cancel);

        IEnumerable<string> Rows(MergedShelfKind kind) => moved.Where(r => r.Kind == kind).Select(r => r.Row);

        Guid[] Ids(MergedShelfKind kind) => [.. Rows(kind).Select(r => Guid.ParseExact(r, "N"))];
    }

    private async Task OwnVouchersAsync(
        MemberMergeOrder order, Guid from, Guid to, Guid[] ids, CancellationToken cancel)
    {
        var vouchers = (await rows.LockAsync<Voucher, Guid>(v => v.Id, ids, cancel)).FindAll(v => v.MemberId == from);
        foreach (var voucher in vouchers) voucher.MemberId = to;
        await rows.UpdateAsync(vouchers, [nameof(Voucher.MemberId)], cancel);
        var occasion = new VoucherOccasion(order.At, order.On, order.Operator);
        await history.AppendAsync(
            [.. vouchers.Select(v => VoucherHistory.Move(v, VoucherMoveKind.Transferred, occasion, "merge"))], cancel);
    }

    private static MergedShelfRow Row(MemberMergeOrder order, MergedShelfKind kind, string row) => new()
    {
        MergeId = order.Merge, Kind = kind, Row = row, BrandId = order.BrandId,
    };
}
