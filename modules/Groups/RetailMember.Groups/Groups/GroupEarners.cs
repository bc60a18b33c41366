using Microsoft.EntityFrameworkCore;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;

namespace RetailMember.Groups.Groups;

/// <summary>
/// All points go to the main card where the kind says so. Of two such groups the one that he has been in longest counts.
/// </summary>
internal sealed class GroupEarners(GroupsDb db) : IPointsEarner
{
    public string Module => "Groups";

    public async ValueTask<IReadOnlyDictionary<Guid, Guid>> OfAsync(
        IReadOnlyCollection<Guid> buyers, CancellationToken cancel)
    {
        // One round trip, since every batch of receipts asks: few of its members sit in a group.
        Guid[] members = [.. buyers];
        var seats = await db.Seats.AsNoTracking()
            .Where(s => EF.Parameter(members).Contains(s.MemberId))
            .Join(db.Groups, s => s.GroupId, g => g.Id, (s, g) => new { Seat = s, g.HolderId })
            .Join(db.Kinds, s => s.Seat.KindId, k => k.Id, (s, k) => new { s.Seat, s.HolderId, Kind = k })
            .OrderBy(s => s.Seat.JoinedAt).ThenBy(s => s.Seat.GroupId)
            .ToListAsync(cancel);
        var earning = seats.Select(s => s.Kind).DistinctBy(k => k.Id)
            .Where(k => KnownKind.Of(k).Terms.Earning == EarningUse.Holder).Select(k => k.Id).ToHashSet();
        var holders = new Dictionary<Guid, Guid>();
        foreach (var seat in seats.Where(s => earning.Contains(s.Kind.Id))) holders.TryAdd(seat.Seat.MemberId, seat.HolderId);
        return holders;
    }
}
