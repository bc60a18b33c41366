using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.Restaurant.Diners.Waking;

namespace RetailMember.Restaurant.Diners;

/// <summary>
/// Notes whom the house has seen, and who was woken by it: he is not told any more that he was missed. Only active members
/// stand in it: who has left is not missed as a guest, whatever is heard of him afterwards.
/// </summary>
internal sealed class GuestBook(
    RestaurantDb db, IRows rows, IMemberFiles files, IMergedMembers merged, IMemberLetters letters, SleepWatch watch)
{
    /// <summary>Members of one brand who were seen, each on the day named; an earlier day changes nothing.</summary>
    public async Task SeenAsync(int brand, IReadOnlyCollection<(Guid Member, DateOnly On)> seen, CancellationToken cancel)
    {
        var known = await files.ReadAsync([.. seen.Select(s => s.Member).Distinct()], cancel);
        var lastOf = seen.Where(s => known.TryGetValue(s.Member, out var member) && member.IsActive)
            .GroupBy(s => s.Member).ToDictionary(g => g.Key, g => g.Max(s => s.On));
        if (lastOf.Count == 0) return;
        await rows.InsertMissingAsync(
            [.. lastOf.Select(s => new Guest { MemberId = s.Key, BrandId = brand, LastSeenOn = s.Value })], cancel);
        Guid[] members = [.. lastOf.Keys];
        var stand = await db.Guests.AsNoTracking().Where(g => EF.Parameter(members).Contains(g.MemberId))
            .ToDictionaryAsync(g => g.MemberId, g => g.LastSeenOn, cancel);
        Guid[] behind = [.. stand.Where(s => s.Value < lastOf[s.Key]).Select(s => s.Key)];
        var guests = behind.Length == 0 ? [] : await rows.LockAsync<Guest, Guid>(g => g.MemberId, behind, cancel);
        guests.RemoveAll(g => g.LastSeenOn >= lastOf[g.MemberId]);
        foreach (var guest in guests) stand[guest.MemberId] = guest.LastSeenOn = lastOf[guest.MemberId];
        await rows.UpdateAsync(guests, [nameof(Guest.LastSeenOn)], cancel);
        await NoteReturnsAsync(stand, cancel);
    }

    /// <summary>Takes out those of some guests who are members no more.</summary>
    /// <param name="after">The last guest of the page before; null starts with the first.</param>
    /// <param name="count">How many are looked at.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Where to go on; null after the last guest.</returns>
    public async Task<Guid?> SweepAsync(Guid? after, int count, CancellationToken cancel)
    {
        var guests = db.Guests.AsNoTracking();
        if (after is { } place) guests = guests.Where(g => g.MemberId > place);
        var page = await guests.OrderBy(g => g.MemberId).Take(count).ToListAsync(cancel);
        var known = await files.ReadAsync([.. page.Select(g => g.MemberId)], cancel);
        var gone = page.Where(g => !(known.TryGetValue(g.MemberId, out var member) && member.IsActive)).ToList();
        // What a duplicate was seen on counts for who stays, whenever that is heard.
        var standing = await merged.StandingForAsync([.. gone.Select(g => g.MemberId)], cancel);
        foreach (var brand in gone.Where(g => standing.ContainsKey(g.MemberId)).GroupBy(g => g.BrandId))
            await SeenAsync(brand.Key, [.. brand.Select(g => (standing[g.MemberId], g.LastSeenOn))], cancel);
        await LeaveAsync([.. gone.Select(g => g.MemberId)], cancel);
        return page.Count < count ? null : page[^1].MemberId;
    }

    /// <summary>
    /// Says when guests of one brand were seen last, as it was counted anew: also an earlier day than the one that is known.
    /// Whose call took him for awake by the later one is called again.
    /// </summary>
    public async Task SetAsync(int brand, Dictionary<Guid, DateOnly> lastOf, CancellationToken cancel)
    {
        await rows.InsertMissingAsync(
            [.. lastOf.Select(s => new Guest { MemberId = s.Key, BrandId = brand, LastSeenOn = s.Value })], cancel);
        var guests = await rows.LockAsync<Guest, Guid>(g => g.MemberId, [.. lastOf.Keys], cancel);
        foreach (var guest in guests) guest.LastSeenOn = lastOf[guest.MemberId];
        await rows.UpdateAsync(guests, [nameof(Guest.LastSeenOn)], cancel);
        Guid[] members = [.. lastOf.Keys];
        var calls = await db.WakeUpCalls.AsNoTracking().Where(c => EF.Parameter(members).Contains(c.MemberId)).ToListAsync(cancel);
        calls.RemoveAll(c => c.SleptSince <= lastOf[c.MemberId] && !(c.CameBackOn > lastOf[c.MemberId]));
        foreach (var call in calls)
        {
            if (call.SleptSince > lastOf[call.MemberId]) call.SleptSince = lastOf[call.MemberId];
            if (call.CameBackOn > lastOf[call.MemberId]) call.CameBackOn = null;
        }

        await rows.UpdateAsync(calls, [nameof(WakeUpCall.SleptSince), nameof(WakeUpCall.CameBackOn)], cancel);
    }

    /// <summary>They are guests no more.</summary>
    public Task LeaveAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel) => members.Count == 0
        ? Task.CompletedTask
        : db.Guests.Where(g => EF.Parameter(members).Contains(g.MemberId)).ExecuteDeleteAsync(cancel);

    /// <summary>
    /// Calls of the guests and of who was merged into them: who is awake has come back; who still sleeps, sleeps since the
    /// later day.
    /// </summary>
    /// <param name="lastOf">When each was seen last.</param>
    /// <param name="cancel">Cancels.</param>
    private async Task NoteReturnsAsync(Dictionary<Guid, DateOnly> lastOf, CancellationToken cancel)
    {
        foreach (var duplicate in await merged.IntoAsync(lastOf.Keys, cancel)) lastOf[duplicate.Id] = lastOf[duplicate.Into];
        Guid[] members = [.. lastOf.Keys];
        var waiting = await db.WakeUpCalls.AsNoTracking()
            .Where(c => c.CameBackOn == null && EF.Parameter(members).Contains(c.MemberId)).ToListAsync(cancel);
        var changed = waiting.Where(c => lastOf[c.MemberId] > c.SleptSince).ToList();
        if (changed.Count == 0) return;
        var until = await watch.AsleepUntilAsync(cancel);
        foreach (var call in changed)
            if (lastOf[call.MemberId] <= until) call.SleptSince = lastOf[call.MemberId];
            else call.CameBackOn = lastOf[call.MemberId];
        await rows.UpdateAsync(changed, [nameof(WakeUpCall.SleptSince), nameof(WakeUpCall.CameBackOn)], cancel);
        foreach (var member in changed.Where(c => c.CameBackOn is not null && c.WrittenAt is not null).Select(c => c.MemberId).Distinct())
            await letters.RecallAsync(WakeUpLetters.Purpose, member, MessageReason.NoLongerTrue, cancel);
    }
}
