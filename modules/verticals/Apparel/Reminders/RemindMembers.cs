using RetailMember.Brands;
using RetailMember.Jobs;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Reminders;

/// <summary>
/// On the days that the rules name, tells members how many points the month has and how far the next rung is, who has not
/// claimed a rung that its last day is near, and whose tier has that service that a new season has come. Each member once an
/// occasion; it may be stopped and run again.
/// </summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class RemindMembers(UseCaseEntry entry, IRunProgress progress)
    : Process<RemindMembers.Input, RemindMembers.Result>
{
    private const int AtOnce = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        var (sent, after) = (0L, (Guid?)null);
        do
        {
            var step = await entry.RunAsync(new RemindOfGap.Input(today, after, AtOnce), call, cancel);
            (sent, after) = (sent + step.Sent, step.Last);
            progress.Report(sent, total: 0);
        }
        while (after is not null);
        do
        {
            var step = await entry.RunAsync(new RemindToClaim.Input(today, after, AtOnce), call, cancel);
            (sent, after) = (sent + step.Sent, step.Last);
            progress.Report(sent, total: 0);
        }
        while (after is not null);
        do
        {
            var step = await entry.RunAsync(new RemindOfSeason.Input(today, after, AtOnce), call, cancel);
            (sent, after) = (sent + step.Sent, step.Last);
            progress.Report(sent, total: 0);
        }
        while (after is not null);
        return new Result(today, sent);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(DateOnly SentOn, long Sent);
}
