using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.Restaurant.Rules;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>
/// Begins the waking of the present half-year: takes down who sleeps, so that it can be seen who comes back. Once begun, it
/// stays as it is.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class StartWakeUp(RestaurantDb db, IRows rows, HouseRuleBook book, IMemberFiles files)
    : UseCase<StartWakeUp.Input, StartWakeUp.Result>
{
    private const int Page = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var round = new WakeUpRound
        {
            BrandId = brand.Id, HalfYear = HalfYears.Of(today), StartedAt = call.At, StartedBy = call.Caller.Name,
        };
        if (await rows.InsertMissingAsync([round], cancel) == 0)
        {
            var stands = await db.WakeUpRounds.AsNoTracking().SingleAsync(r => r.HalfYear == round.HalfYear, cancel);
            return new Result(round.HalfYear, stands.Asleep, Started: false);
        }

        var asleep = await db.Guests.AsleepOn(today, await book.AtAsync(call.At, cancel)).ToListAsync(cancel);
        foreach (var page in asleep.Chunk(Page)) round.Asleep += await CallAsync(round, page, cancel);
        await rows.UpdateAsync([round], [nameof(WakeUpRound.Asleep)], cancel);
        return new Result(round.HalfYear, round.Asleep, Started: true);
    }

    private async Task<int> CallAsync(WakeUpRound round, Guest[] page, CancellationToken cancel)
    {
        var known = await files.ReadAsync([.. page.Select(g => g.MemberId)], cancel);
        WakeUpCall[] calls =
        [
            .. page.Where(g => known.TryGetValue(g.MemberId, out var member) && member.IsActive).Select(g => new WakeUpCall
            {
                BrandId = round.BrandId, HalfYear = round.HalfYear, MemberId = g.MemberId, SleptSince = g.LastSeenOn,
            }),
        ];
        await rows.InsertAsync(calls, cancel);
        return calls.Length;
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="HalfYear">Such as <c>2026H1</c>.</param>
    /// <param name="Asleep">Guests whom it is to wake.</param>
    /// <param name="Started">False: it had begun before.</param>
    internal sealed record Result(string HalfYear, int Asleep, bool Started);
}

/// <summary>Halves of calendar years.</summary>
internal static class HalfYears
{
    public static string Of(DateOnly day) => FormattableString.Invariant($"{day.Year}H{(day.Month <= 6 ? 1 : 2)}");
}
