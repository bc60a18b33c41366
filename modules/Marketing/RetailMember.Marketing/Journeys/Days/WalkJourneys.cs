using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Days;

/// <summary>
/// Writes to members for whom a day is an occasion, day by day up to today, days on which nobody ran it included. Works in
/// many short transactions; it may be stopped and run again at any time, and goes on where it was.
/// </summary>
[Needs(JourneyRights.Run)]
internal sealed class WalkJourneys(UseCaseEntry entry, IRunProgress progress) : Process<WalkJourneys.Input, WalkJourneys.Result>
{
    /// <summary>Every ten minutes from seven to midnight; days that are done cost one question.</summary>
    public const string Schedule = "0 0/10 7-23 * * ?";

    private const int AtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var (looked, queued, turns) = (0L, 0L, new Turns(cancel));
        foreach (var journey in (await entry.RunAsync(new FindDueJourneys.Input(today), call, cancel)).Journeys)
            await turns.TakeAsync(() => WalkAsync(journey));
        turns.End();
        return new Result(today, looked, queued);

        async Task WalkAsync(string journey)
        {
            WalkSomeOfJourney.Result step;
            do
            {
                step = await entry.RunAsync(new WalkSomeOfJourney.Input(journey, today, AtOnce), call, cancel);
                (looked, queued) = (looked + step.Members, queued + step.Queued);
                progress.Report(looked, total: 0);
            }
            while (!step.Done);
        }
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Members">For whom a day was an occasion.</param>
    /// <param name="Queued">Messages; those of journeys for sensitive segments are not counted.</param>
    internal sealed record Result(DateOnly AsOf, long Members, long Queued);
}
