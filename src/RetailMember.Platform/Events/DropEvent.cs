using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Events;

/// <summary>Gives up an event that was set aside: its subscriber will never hear of it. The audit trail says who did.</summary>
[Needs("Platform.Events.Drop")]
internal sealed class DropEvent(PlatformDb db) : UseCase<DropEvent.Input, DropEvent.Result>
{
    public sealed record Input(long EventId) : IInput<Result>;

    public sealed record Result(long EventId, string Event, string Subscriber);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var row = await db.AcrossBrands<OutboxRow>().SingleOrDefaultAsync(r => r.Id == input.EventId && r.Parked, cancel)
            ?? throw new Refusal("platform.event-not-found", RefusalKind.NotFound, ("event", input.EventId));
        db.Remove(row);
        return new Result(row.Id, row.Event, row.Subscriber);
    }
}
