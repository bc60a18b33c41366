using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;

namespace RetailMember.Pharmacy.Club;

/// <summary>
/// Cards, member days and health data go to the survivor of a merge, and back. A member day that both were filled up on
/// stays with each; health data moves only to a survivor who has agreed to it himself.
/// </summary>
internal sealed class PharmacyMerge(PharmacyDb db, IRows rows) : IMemberMerge
{
    public string Module => PharmacyModule.ModuleName;

    public int Order => 500;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
    [
        .. new MergeShare[]
        {
            new("club-cards", await db.CardsReached.LongCountAsync(c => c.MemberId == member, cancel)),
            new("top-ups", await db.TopUps.LongCountAsync(t => t.MemberId == member, cancel)),
            new("health-records", await db.HealthRecords.LongCountAsync(r => r.MemberId == member, cancel)),
        }.Where(s => s.Count > 0),
    ];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var (from, to) = (order.Duplicate, order.Survivor);
        // Health data goes where a consent to it is.
        var agreed = await db.HealthConsents.AnyAsync(c => c.MemberId == to && c.WithdrawnAt == null, cancel);
        Guid[] moved =
        [
            .. await db.CardsReached
                .Where(c => c.MemberId == from && !db.CardsReached.Any(o => o.MemberId == to && o.Year == c.Year && o.Card == c.Card))
                .Select(c => c.Id).ToListAsync(cancel),
            .. await db.TopUps.Where(t => t.MemberId == from && !db.TopUps.Any(o => o.MemberId == to && o.On == t.On))
                .Select(t => t.Id).ToListAsync(cancel),
            .. agreed ? await db.HealthRecords.Where(r => r.MemberId == from).Select(r => r.Id).ToListAsync(cancel) : [],
        ];
        await OwnAsync(moved, from, to, cancel);
        // The duplicate himself, where something stays with him: it may follow once the survivor agrees.
        if (!agreed && await db.HealthRecords.AnyAsync(r => r.MemberId == from, cancel)) moved = [.. moved, from];
        await rows.InsertAsync(
            [.. moved.Select(id => new MergedRow { MergeId = order.Merge, Row = id, BrandId = order.BrandId })], cancel);
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var moved = await db.MergedRows.Where(r => r.MergeId == order.Merge).Select(r => r.Row).ToArrayAsync(cancel);
        await OwnAsync(moved, order.Survivor, order.Duplicate, cancel);
        await db.MergedRows.Where(r => r.MergeId == order.Merge && r.Row == order.Duplicate).ExecuteDeleteAsync(cancel);
    }

    private async Task OwnAsync(Guid[] ids, Guid from, Guid to, CancellationToken cancel)
    {
        await db.CardsReached.Where(c => c.MemberId == from && EF.Parameter(ids).Contains(c.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, to), cancel);
        await db.TopUps.Where(t => t.MemberId == from && EF.Parameter(ids).Contains(t.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.MemberId, to), cancel);
        await db.HealthRecords.Where(r => r.MemberId == from && EF.Parameter(ids).Contains(r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, to), cancel);
    }
}
