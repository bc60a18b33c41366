using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Events;

/// <summary>Has an event that failed tried again at once, as if for the first time.</summary>
[Needs("Platform.Events.Retry")]
internal sealed class RetryEvent(PlatformDb db, DataSession session, OutboxBell bell)
    : UseCase<RetryEvent.Input, RetryEvent.Result>
{
    public sealed record Input(long EventId) : IInput<Result>;

    public sealed record Result(long EventId);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var row = await db.AcrossBrands<OutboxRow>().SingleOrDefaultAsync(r => r.Id == input.EventId, cancel)
            ?? throw new Refusal("platform.event-not-found", RefusalKind.NotFound, ("event", input.EventId));
        row.Parked = false;
        row.Attempts = 0;
        row.DueAt = call.At;
        session.AfterCommit(() =>
        {
            bell.Ring();
            return Task.CompletedTask;
        });
        return new Result(row.Id);
    }
}
