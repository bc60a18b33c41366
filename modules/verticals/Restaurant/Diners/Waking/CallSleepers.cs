using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.Restaurant.Rules;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>
/// Takes down some of those who slept when the present half-year's waking began, in one transaction, so that it can be seen
/// who comes back. None is taken down twice: it may be stopped and run again.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class CallSleepers(RestaurantDb db, IRows rows, HouseRuleBook book, IMemberFiles files)
    : UseCase<CallSleepers.Input, CallSleepers.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var half = HalfYears.Of(brand.DateOf(call.At));
        var round = await db.WakeUpRounds.AsNoTracking().SingleOrDefaultAsync(r => r.HalfYear == half, cancel);
        if (round is null) return new Result(0, null);
        var asleep = db.Guests.AsleepOn(brand.DateOf(round.StartedAt), await book.AtAsync(round.StartedAt, cancel))
            .Where(g => !db.WakeUpCalls.Any(c => c.HalfYear == half && c.MemberId == g.MemberId));
        if (input.After is { } after) asleep = asleep.Where(g => g.MemberId > after);
        var page = await asleep.OrderBy(g => g.MemberId).Take(input.Count).ToListAsync(cancel);
        var known = await files.ReadAsync([.. page.Select(g => g.MemberId)], cancel);
        WakeUpCall[] calls =
        [
            .. page.Where(g => known.TryGetValue(g.MemberId, out var member) && member.IsActive).Select(g => new WakeUpCall
            {
                BrandId = brand.Id, HalfYear = half, MemberId = g.MemberId, SleptSince = g.LastSeenOn,
            }),
        ];
        var added = await rows.InsertMissingAsync(calls, cancel);
        await db.WakeUpRounds.Where(r => r.HalfYear == half)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Asleep, r => r.Asleep + added), cancel);
        return new Result(round.Asleep + added, page.Count < input.Count ? null : page[^1].MemberId);
    }

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Asleep">Guests who were taken down so far.</param>
    /// <param name="Last">Where to go on; null after the last sleeper.</param>
    internal sealed record Result(int Asleep, Guid? Last);
}
