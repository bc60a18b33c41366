using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Days;

/// <summary>
/// Looks again at the occasions whose wait is over. What was good then may be no more: he is asked for as if it had just
/// happened, and whether it was undone since.
/// </summary>
[Needs(JourneyRights.Run)]
internal sealed class EndWaits(UseCaseEntry entry, IRunProgress progress) : Process<EndWaits.Input, EndWaits.Result>
{
    private const int AtOnce = 500;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (looked, queued) = (0L, 0L);
        while (await entry.RunAsync(new EndSomeWaits.Input(AtOnce), call, cancel) is { Looked: > 0 } step)
        {
            (looked, queued) = (looked + step.Looked, queued + step.Queued);
            progress.Report(looked, total: 0);
        }

        return new Result(looked, queued);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Looked">Occasions.</param>
    /// <param name="Queued">Messages.</param>
    internal sealed record Result(long Looked, long Queued);
}
