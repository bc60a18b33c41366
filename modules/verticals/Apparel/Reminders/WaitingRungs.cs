using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing;
using RetailMember.Redemption;
using RetailMember.Values;

namespace RetailMember.Apparel.Reminders;

/// <summary>
/// Rungs that wait to be claimed. A letter that says so tells what waits when it goes: who has claimed all meanwhile gets none.
/// </summary>
internal sealed class WaitingRungs(ApparelDb db, IGifts gifts, IBrandDirectory brands, DataSession session) : ILetterFacts
{
    public string Purpose => ReminderLetters.PurposeOf(ReminderKind.Claim);

    /// <summary>Those of stores that have the ladder, whose gift nobody has claimed, declined or lost.</summary>
    public async Task<IEnumerable<EarnedRung>> AmongAsync(IReadOnlyCollection<EarnedRung> rungs, CancellationToken cancel)
    {
        var here = rungs.Where(r => brands.IsOn(ApparelModule.ModuleName, session.Brand!.Value, r.StoreId)).ToList();
        if (here.Count == 0) return [];
        var states = await gifts.ReadAsync([.. here.Select(r => r.GiftKey)], cancel);
        return here.Where(r => states.TryGetValue(r.GiftKey, out var state) && state == GiftState.Earned);
    }

    /// <summary>For the words: what one member's rungs of a month are worth together, and until when.</summary>
    public static IReadOnlyDictionary<string, string> ValuesOf(IReadOnlyCollection<EarnedRung> his) =>
        new Dictionary<string, string>
        {
            ["worth"] = ReminderLetters.Of(new Money(his.Sum(r => r.WorthFen))),
            ["until"] = ReminderLetters.Of(his.Max(r => r.ClaimUntil)),
        };

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>> NowAsync(
        string key, IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var month = DateOnly.ParseExact(key, "O", CultureInfo.InvariantCulture);
        var standing = await db.EarnedRungs.AsNoTracking()
            .Where(r => r.Month == month && r.State == RungState.Standing && EF.Parameter(members).Contains(r.MemberId))
            .ToListAsync(cancel);
        return (await AmongAsync(standing, cancel)).GroupBy(r => r.MemberId)
            .ToDictionary(his => his.Key, his => ValuesOf([.. his]));
    }
}
