using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Restaurant.Data;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>
/// Begins the waking of the present half-year, unless it has begun; not before the guests of this day are counted, for who
/// came while the module was off would be taken for a sleeper.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class StartWakeUp(RestaurantDb db, IRows rows) : UseCase<StartWakeUp.Input, StartWakeUp.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var half = HalfYears.Of(today);
        if (await db.WakeUpRounds.AnyAsync(r => r.HalfYear == half, cancel)) return new Result(Started: false, MustCount: false);
        if (!await db.GuestCounts.AnyAsync(c => c.CountedTo >= today, cancel)) return new Result(Started: false, MustCount: true);
        var round = new WakeUpRound { BrandId = brand.Id, HalfYear = half, StartedAt = call.At, StartedBy = call.Caller.Name };
        return new Result(await rows.InsertMissingAsync([round], cancel) > 0, MustCount: false);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Started">False: it had begun before, or must wait.</param>
    /// <param name="MustCount">It waits until guests are counted.</param>
    internal sealed record Result(bool Started, bool MustCount);
}

/// <summary>Halves of calendar years.</summary>
internal static class HalfYears
{
    public static string Of(DateOnly day) => FormattableString.Invariant($"{day.Year}H{(day.Month <= 6 ? 1 : 2)}");
}
