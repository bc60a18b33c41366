using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing;
using RetailMember.Restaurant.Data;
using RetailMember.Restaurant.Diners.Waking;

namespace RetailMember.Restaurant.Diners;

/// <summary>Notes whom the house has seen, and who was woken by it: he is not told any more that he was missed.</summary>
internal sealed class GuestBook(RestaurantDb db, IRows rows, IMemberLetters letters)
{
    /// <summary>Members of one brand who were seen, each on the day named; an earlier day changes nothing.</summary>
    public async Task SeenAsync(int brand, IReadOnlyCollection<(Guid Member, DateOnly On)> seen, CancellationToken cancel)
    {
        var lastOf = seen.GroupBy(s => s.Member).ToDictionary(g => g.Key, g => g.Max(s => s.On));
        if (lastOf.Count == 0) return;
        await rows.InsertMissingAsync(
            [.. lastOf.Select(s => new Guest { MemberId = s.Key, BrandId = brand, LastSeenOn = s.Value })], cancel);
        var guests = await rows.LockAsync<Guest, Guid>(g => g.MemberId, lastOf.Keys, cancel);
        foreach (var guest in guests.Where(g => g.LastSeenOn < lastOf[g.MemberId])) guest.LastSeenOn = lastOf[guest.MemberId];
        await rows.UpdateAsync(guests, [nameof(Guest.LastSeenOn)], cancel);
        await NoteReturnsAsync(lastOf, cancel);
    }

    private async Task NoteReturnsAsync(Dictionary<Guid, DateOnly> lastOf, CancellationToken cancel)
    {
        Guid[] members = [.. lastOf.Keys];
        var waiting = await db.WakeUpCalls.AsNoTracking()
            .Where(c => c.CameBackOn == null && EF.Parameter(members).Contains(c.MemberId)).ToListAsync(cancel);
        WakeUpCall[] back = [.. waiting.Where(c => lastOf[c.MemberId] > c.SleptSince)];
        foreach (var call in back) call.CameBackOn = lastOf[call.MemberId];
        await rows.UpdateAsync(back, [nameof(WakeUpCall.CameBackOn)], cancel);
        foreach (var member in back.Where(c => c.WrittenAt is not null).Select(c => c.MemberId).Distinct())
            await letters.RecallAsync(WakeUpLetters.Purpose, member, MessageReason.TooLate, cancel);
    }
}
