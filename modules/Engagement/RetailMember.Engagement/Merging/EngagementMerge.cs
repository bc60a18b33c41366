using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Engagement.Data;
using RetailMember.Membership;

namespace RetailMember.Engagement.Merging;

/// <summary>
/// Sign-ups, answered surveys and tickets go to the survivor of a merge, and back. Where both signed up for the same event, or
/// answered the same survey, each keeps his own, so that no seat is lost or won by it.
/// </summary>
internal sealed class EngagementMerge(EngagementDb db, IRows rows) : IMemberMerge
{
    public string Module => "Engagement";

    public int Order => 400;

    public async Task<IReadOnlyList<MergeShare>> CountAsync(Guid member, CancellationToken cancel) =>
    [
        .. new MergeShare[]
        {
            new("sign-ups", await db.SignUps.LongCountAsync(s => s.MemberId == member, cancel)),
            new("surveys", await db.SurveyEntries.LongCountAsync(e => e.MemberId == member, cancel)),
            new("tickets", await db.Tickets.LongCountAsync(t => t.MemberId == member, cancel)),
        }.Where(s => s.Count > 0),
    ];

    public async Task MoveAsync(MemberMergeOrder order, CancellationToken cancel)
    {
        var (from, to) = (order.Duplicate, order.Survivor);
        MergedRow[] moved =
        [
            .. Rows(MergedKind.SignUp, await db.SignUps
                .Where(s => s.MemberId == from && !db.SignUps.Any(o => o.MemberId == to && o.EventId == s.EventId))
                .Select(s => s.Id).ToListAsync(cancel)),
            .. Rows(MergedKind.SurveyEntry, await db.SurveyEntries
                .Where(e => e.MemberId == from && !db.SurveyEntries.Any(o => o.MemberId == to && o.SurveyId == e.SurveyId))
                .Select(e => e.Id).ToListAsync(cancel)),
            .. Rows(MergedKind.Ticket, await db.Tickets.Where(t => t.MemberId == from).Select(t => t.Id).ToListAsync(cancel)),
        ];
        await OwnAsync(moved, from, to, cancel);
        await rows.InsertAsync(moved, cancel);

        IEnumerable<MergedRow> Rows(MergedKind kind, List<Guid> ids) => ids.Select(
            id => new MergedRow { MergeId = order.Merge, Kind = kind, Row = id, BrandId = order.BrandId });
    }

    public async Task MoveBackAsync(MemberMergeOrder order, CancellationToken cancel) => await OwnAsync(
        await db.MergedRows.AsNoTracking().Where(r => r.MergeId == order.Merge).ToListAsync(cancel),
        order.Survivor, order.Duplicate, cancel);

    private async Task OwnAsync(IReadOnlyCollection<MergedRow> moved, Guid from, Guid to, CancellationToken cancel)
    {
        var (signUps, entries, tickets) = (Ids(MergedKind.SignUp), Ids(MergedKind.SurveyEntry), Ids(MergedKind.Ticket));
        await db.SignUps.Where(s => s.MemberId == from && EF.Parameter(signUps).Contains(s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.MemberId, to), cancel);
        await db.SurveyEntries.Where(e => e.MemberId == from && EF.Parameter(entries).Contains(e.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.MemberId, to), cancel);
        await db.Tickets.Where(t => t.MemberId == from && EF.Parameter(tickets).Contains(t.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.MemberId, to), cancel);

        Guid[] Ids(MergedKind kind) => [.. moved.Where(r => r.Kind == kind).Select(r => r.Row)];
    }
}
