using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing;
using RetailMember.Restaurant.Data;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>
/// Writes to some sleepers of the present half-year's waking, in one transaction: none twice, nobody who has come back, and
/// nobody where letters are switched off, have no approved words or come too late.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class WriteToSleepers(RestaurantDb db, IRows rows, IMemberLetters letters, ISettings settings)
    : UseCase<WriteToSleepers.Input, WriteToSleepers.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var half = HalfYears.Of(today);
        var round = await db.WakeUpRounds.AsNoTracking().SingleOrDefaultAsync(r => r.HalfYear == half, cancel);
        if (round is null || !settings.YesNo(WakeUpLetters.Switch, brand.Id)) return new Result(0, null);
        var until = settings.NotAfter(brand, round.StartedAt);
        if (until < call.At || !await letters.CanWriteAsync(WakeUpLetters.Purpose, cancel)) return new Result(0, null);
        var waiting = db.WakeUpCalls.AsNoTracking().Where(c => c.HalfYear == half && c.WrittenAt == null && c.CameBackOn == null);
        if (input.After is { } after) waiting = waiting.Where(c => c.MemberId > after);
        var calls = await waiting.OrderBy(c => c.MemberId).Take(input.Count).ToListAsync(cancel);
        var written = await letters.QueueAsync(
            new LetterOccasion(WakeUpLetters.Purpose, half, until),
            [.. calls.Select(c => new MemberLetter(c.MemberId, WakeUpLetters.ValuesOf(c.SleptSince, today)))], cancel);
        foreach (var one in calls) one.WrittenAt = call.At;
        await rows.UpdateAsync(calls, [nameof(WakeUpCall.WrittenAt)], cancel);
        return new Result(written, calls.Count < input.Count ? null : calls[^1].MemberId);
    }

    internal sealed record Input(Guid? After, int Count) : IInput<Result>;

    /// <param name="Last">Where to go on; null after the last sleeper.</param>
    internal sealed record Result(int Written, Guid? Last);
}
