using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Restaurant.Data;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>Begins the waking of the present half-year, unless it has begun.</summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class StartWakeUp(IRows rows) : UseCase<StartWakeUp.Input, StartWakeUp.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var round = new WakeUpRound
        {
            BrandId = brand.Id, HalfYear = HalfYears.Of(brand.DateOf(call.At)), StartedAt = call.At, StartedBy = call.Caller.Name,
        };
        return new Result(await rows.InsertMissingAsync([round], cancel) > 0);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Started">False: it had begun before.</param>
    internal sealed record Result(bool Started);
}

/// <summary>Halves of calendar years.</summary>
internal static class HalfYears
{
    public static string Of(DateOnly day) => FormattableString.Invariant($"{day.Year}H{(day.Month <= 6 ? 1 : 2)}");
}
