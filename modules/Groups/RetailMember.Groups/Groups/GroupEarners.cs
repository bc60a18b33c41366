using Microsoft.EntityFrameworkCore;
using RetailMember.Groups.Data;
using RetailMember.Groups.Kinds;
using RetailMember.Membership;

namespace RetailMember.Groups.Groups;

/// <summary>
/// All points go to the main card where the kind says so. Of two such groups the one that he has been in longest counts.
/// </summary>
internal sealed class GroupEarners(GroupsDb db, KindShelf kinds) : IPointsEarner
{
    public string Module => "Groups";

    public int Order => 100;

    public async ValueTask LookAsync(IReadOnlyList<BuyerUnderway> buyers, CancellationToken cancel)
    {
        Guid[] earning = [.. (await kinds.AllAsync(cancel)).Where(k => k.Terms.Earning == EarningUse.Holder).Select(k => k.Id)];
        if (earning.Length == 0) return;
        Guid[] members = [.. buyers.Select(b => b.Member).Distinct()];
        var seats = await db.Seats.AsNoTracking()
            .Where(s => EF.Parameter(members).Contains(s.MemberId) && EF.Parameter(earning).Contains(s.KindId))
            .OrderBy(s => s.JoinedAt).ThenBy(s => s.GroupId)
            .Join(db.Groups, s => s.GroupId, g => g.Id, (s, g) => new { s.MemberId, g.HolderId })
            .ToListAsync(cancel);
        var holders = seats.ToLookup(s => s.MemberId, s => s.HolderId);
        foreach (var buyer in buyers)
            foreach (var holder in holders[buyer.Member].Take(1))
                buyer.EarnsFor(holder);
    }
}
