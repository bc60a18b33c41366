using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Diners;

/// <summary>
/// Looks up in receipts and payments when members were here last: those who came before the module was on, or while it was
/// off, however long that was; and takes out who has left meanwhile. Stopped, it goes on where it was; a job runs it each
/// night.
/// </summary>
[Needs(RestaurantRights.WakeDiners)]
internal sealed class CountGuests(UseCaseEntry entry, IRunProgress progress) : Process<CountGuests.Input, CountGuests.Result>
{
    private const int AtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        Guid? left = null;
        do left = (await entry.RunAsync(new SweepSomeGuests.Input(left, AtOnce), call, cancel)).Last;
        while (left is not null);
        var (counted, today) = (0, call.RequiredBrand.DateOf(call.At));
        BeginCount.Result count;
        do
        {
            count = await entry.RunAsync(new BeginCount.Input(), call, cancel);
            CountSomeGuests.Result step;
            do
            {
                step = await entry.RunAsync(new CountSomeGuests.Input(AtOnce), call, cancel);
                counted += step.Counted;
                progress.Report(counted, total: 0);
            }
            while (!step.Ended);
        }
        // One that was stopped on an earlier day came to its end first.
        while (count.CountingTo < today);
        return new Result(counted);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Counted">Active members.</param>
    internal sealed record Result(int Counted);
}
