using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>
/// Begins the waking of the present half-year, unless it has begun, once the guests are counted, and writes to its sleepers
/// who were not written to, each once. It may be stopped and run again; a job runs it each morning.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class RunWakeUp(UseCaseEntry entry, ISettings settings, IRunProgress progress)
    : Process<RunWakeUp.Input, RunWakeUp.Result>
{
    private const int AtOnce = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        var today = brand.DateOf(call.At);
        var (started, asleep) = (false, 0);
        if (!input.WhenDue || settings.BeginsOn(brand, today))
        {
            started = await StartAsync(call, cancel);
            asleep = await CallAsync(call, cancel);
        }

        var (written, after) = (0, (Guid?)null);
        do
        {
            var step = await entry.RunAsync(new WriteToSleepers.Input(after, AtOnce), call, cancel);
            (written, after) = (written + step.Written, step.Last);
            progress.Report(written, total: 0);
        }
        while (after is not null);
        return new Result(HalfYears.Of(today), asleep, started, written);
    }

    private async Task<bool> StartAsync(CallContext call, CancellationToken cancel)
    {
        var begun = await entry.RunAsync(new StartWakeUp.Input(), call, cancel);
        if (!begun.MustCount) return begun.Started;
        await entry.RunAsync(new CountGuests.Input(), call, cancel);
        return (await entry.RunAsync(new StartWakeUp.Input(), call, cancel)).Started;
    }

    /// <summary>Takes down who sleeps, some at once; answers how many they are.</summary>
    private async Task<int> CallAsync(CallContext call, CancellationToken cancel)
    {
        var step = new CallSleepers.Result(0, null);
        do step = await entry.RunAsync(new CallSleepers.Input(step.Last, AtOnce), call, cancel);
        while (step.Last is not null);
        return step.Asleep;
    }

    /// <param name="WhenDue">Begin it only from the day on that is set for it; left out: now.</param>
    internal sealed record Input(bool WhenDue = false) : IInput<Result>;

    /// <param name="HalfYear">Such as <c>2026H1</c>.</param>
    /// <param name="Asleep">Guests whom it is to wake.</param>
    /// <param name="Started">False: it had begun before.</param>
    /// <param name="Written">Letters that were handed to marketing just now.</param>
    internal sealed record Result(string HalfYear, int Asleep, bool Started, int Written);
}
