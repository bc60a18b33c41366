using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Days;

/// <summary>
/// Looks again at the occasions whose wait is over. What was good then may be no more: he is asked for as if it had just
/// happened, and whether it was undone since. A journey that fails keeps no other from its turn.
/// </summary>
[Needs(JourneyRights.Run)]
internal sealed class EndWaits(UseCaseEntry entry, IRunProgress progress) : Process<EndWaits.Input, EndWaits.Result>
{
    private const int AtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (looked, queued, turns) = (0L, 0L, new Turns(cancel));
        foreach (var journey in (await entry.RunAsync(new FindDueWaits.Input(), call, cancel)).Journeys)
            await turns.TakeAsync(() => EndAsync(journey));
        turns.End();
        return new Result(looked, queued);

        async Task EndAsync(Guid journey)
        {
            while (await entry.RunAsync(new EndSomeWaits.Input(journey, AtOnce), call, cancel) is { Looked: > 0 } step)
            {
                // Only who is in its segment has waited.
                if (step.IsSensitive) continue;
                (looked, queued) = (looked + step.Looked, queued + step.Queued);
                progress.Report(looked, total: 0);
            }
        }
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Looked">Occasions; those of journeys for sensitive segments are not counted.</param>
    /// <param name="Queued">Messages; those of journeys for sensitive segments are not counted.</param>
    internal sealed record Result(long Looked, long Queued);
}
