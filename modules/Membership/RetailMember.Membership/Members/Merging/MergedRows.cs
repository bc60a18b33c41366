using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Members.Merging;

/// <summary>Gives the survivor the duplicate's rows in this module's tables, remembering each, and gives them back.</summary>
internal sealed class MergedRows(MembershipDb db, IRows rows)
{
    private const int CountsInNone = -1;

    /// <summary>Receipts with their refunds, participations, awards, cards and their renewals, care and corrections.</summary>
    public async Task MoveAsync(MemberMergeOrder order, MergeTerm term, int epoch, CancellationToken cancel)
    {
        var (from, to) = (order.Duplicate, order.Survivor);
        var receipts = await db.Purchases.AsNoTracking().Where(p => p.MemberId == from)
            .Select(p => new { p.Id, p.BusinessDate, p.MetricsEpoch }).ToListAsync(cancel);
        foreach (var part in receipts.GroupBy(r => term.Counts(r.BusinessDate, r.MetricsEpoch)))
        {
            Guid[] ids = [.. part.Select(r => r.Id)];
            int? counts = part.Key ? epoch : null;
            await db.Purchases.Where(p => EF.Parameter(ids).Contains(p.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.MemberId, to).SetProperty(p => p.MetricsEpoch, counts), cancel);
        }

        var earned = await db.Purchases.Where(p => p.EarnerId == from).Select(p => p.Id).ToListAsync(cancel);
        await EarnAsync([.. earned], to, cancel);
        await db.Refunds.Where(r => r.MemberId == from).ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, to), cancel);
        var moved = receipts.ConvertAll(r => Row(order, MergedKind.Purchase, r.Id, r.MetricsEpoch));
        moved.AddRange(earned.Select(r => Row(order, MergedKind.Earned, r, null)));
        foreach (var part in await FreeParticipationsAsync(from, to, cancel))
        {
            var counts = term.Counts(part.On, part.MetricsEpoch) ? epoch : CountsInNone;
            await db.Participations.Where(p => p.Id == part.Id).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.MemberId, to).SetProperty(p => p.MetricsEpoch, counts), cancel);
            moved.Add(Row(order, MergedKind.Participation, part.Id, part.MetricsEpoch));
        }

        foreach (var award in await db.MemberAwards.AsNoTracking().Where(a => a.MemberId == from)
                .Select(a => new { a.Id, a.On, a.MetricsEpoch }).ToListAsync(cancel))
        {
            await OwnAwardsAsync([award.Id], to, term.Counts(award.On, award.MetricsEpoch) ? epoch : CountsInNone, cancel);
            moved.Add(Row(order, MergedKind.Award, award.Id, award.MetricsEpoch));
        }

        var cards = await db.Credentials.AsNoTracking().Where(c => c.MemberId == from).Select(c => c.Value).ToListAsync(cancel);
        moved.AddRange(cards.Select(c => Row(order, MergedKind.Card, c)));
        var care = await db.CareRecords.AsNoTracking().Where(c => c.MemberId == from).Select(c => c.Id).ToListAsync(cancel);
        moved.AddRange(care.Select(c => Row(order, MergedKind.Care, c, null)));
        var corrections = await db.Adjustments.AsNoTracking().Where(a => a.MemberId == from).Select(a => a.Id).ToListAsync(cancel);
        moved.AddRange(corrections.Select(a => Row(order, MergedKind.Adjustment, a, null)));
        var renewals = await db.CardRenewals.AsNoTracking().Where(r => r.MemberId == from).Select(r => r.Id).ToListAsync(cancel);
        moved.AddRange(renewals.Select(r => Row(order, MergedKind.Renewal, r, null)));
        await OwnAsync(from, to, cards, care, corrections, renewals, cancel);
        await rows.InsertAsync(moved, cancel);
    }

    /// <summary>What was unbound or deleted meanwhile stays gone.</summary>
    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var (from, to) = (order.Survivor, order.Duplicate);
        var moved = (await db.MergedRows.AsNoTracking().Where(r => r.MergeId == order.Merge).ToListAsync(cancel)).ToLookup(r => r.Kind);
        foreach (var part in moved[MergedKind.Purchase].GroupBy(r => r.Epoch))
        {
            var ids = Ids(part);
            await db.Purchases.Where(p => EF.Parameter(ids).Contains(p.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.MemberId, to).SetProperty(p => p.MetricsEpoch, part.Key), cancel);
            await db.Refunds.Where(r => EF.Parameter(ids).Contains(r.PurchaseId))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, to), cancel);
        }

        await EarnAsync(Ids(moved[MergedKind.Earned]), to, cancel);
        foreach (var part in moved[MergedKind.Participation].GroupBy(r => r.Epoch!.Value))
        {
            var ids = Ids(part);
            await db.Participations.Where(p => EF.Parameter(ids).Contains(p.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.MemberId, to).SetProperty(p => p.MetricsEpoch, part.Key), cancel);
        }

        foreach (var part in moved[MergedKind.Award].GroupBy(r => r.Epoch!.Value))
            await OwnAwardsAsync(Ids(part), to, part.Key, cancel);
        await OwnAsync(
            from, to, [.. moved[MergedKind.Card].Select(r => r.Row)], Ids(moved[MergedKind.Care]),
            Ids(moved[MergedKind.Adjustment]), Ids(moved[MergedKind.Renewal]), cancel);
    }

    /// <summary>An activity counts once a day for a member: what both took part in on one day stays where it is.</summary>
    public Task<List<Participation>> FreeParticipationsAsync(Guid from, Guid to, CancellationToken cancel) => db.Participations
        .AsNoTracking()
        .Where(p => p.MemberId == from
            && !db.Participations.Any(o => o.MemberId == to && o.On == p.On && o.Activity == p.Activity))
        .OrderBy(p => p.Id).ToListAsync(cancel);

    /// <summary>What others bought for his account was earned by whoever has the account.</summary>
    private async Task EarnAsync(Guid[] receipts, Guid earner, CancellationToken cancel) => await db.Purchases
        .Where(p => EF.Parameter(receipts).Contains(p.Id))
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.EarnerId, earner), cancel);

    private async Task OwnAwardsAsync(Guid[] awards, Guid to, int epoch, CancellationToken cancel) => await db.MemberAwards
        .Where(a => EF.Parameter(awards).Contains(a.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.MemberId, to).SetProperty(a => a.MetricsEpoch, epoch), cancel);

    private async Task OwnAsync(
        Guid from, Guid to, IReadOnlyCollection<string> cards, IReadOnlyCollection<Guid> care,
        IReadOnlyCollection<Guid> corrections, IReadOnlyCollection<Guid> renewals, CancellationToken cancel)
    {
        await db.Credentials.Where(c => c.MemberId == from && EF.Parameter(cards).Contains(c.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, to), cancel);
        await db.CareRecords.Where(c => c.MemberId == from && EF.Parameter(care).Contains(c.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, to), cancel);
        await db.Adjustments.Where(a => a.MemberId == from && EF.Parameter(corrections).Contains(a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.MemberId, to), cancel);
        await db.CardRenewals.Where(r => r.MemberId == from && EF.Parameter(renewals).Contains(r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, to), cancel);
    }

    private static Guid[] Ids(IEnumerable<MergedRow> moved) => [.. moved.Select(r => Guid.ParseExact(r.Row, "N"))];

    private static MergedRow Row(MemberMergeOrder order, MergedKind kind, Guid id, int? epoch) =>
        Row(order, kind, id.ToString("N"), epoch);

    private static MergedRow Row(MemberMergeOrder order, MergedKind kind, string row, int? epoch = null) => new()
    {
        MergeId = order.Merge, Kind = kind, Row = row, BrandId = order.BrandId, Epoch = epoch,
    };
}
