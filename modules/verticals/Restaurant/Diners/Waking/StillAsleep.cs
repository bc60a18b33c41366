using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing;
using RetailMember.Restaurant.Data;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>
/// A letter that calls a guest back says for how long he has not come when it goes: who was seen meanwhile, under whichever
/// number, or is a guest no more, gets none.
/// </summary>
internal sealed class StillAsleep(RestaurantDb db, SleepWatch watch) : ILetterFacts
{
    public string Purpose => WakeUpLetters.Purpose;

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> NowAsync(
        string key, IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var (today, until) = (watch.Today, await watch.AsleepUntilAsync(cancel));
        var asleep = await db.Guests.AsNoTracking()
            .Where(g => g.LastSeenOn <= until && EF.Parameter(members).Contains(g.MemberId)).ToListAsync(cancel);
        return asleep.ToDictionary(g => g.MemberId, g => WakeUpLetters.ValuesOf(g.LastSeenOn, today));
    }
}
