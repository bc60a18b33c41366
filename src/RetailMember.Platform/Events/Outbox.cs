using System.Text.Json;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.UseCases;

namespace RetailMember.Platform.Events;

/// <summary>Writes a row per subscriber; an event that nobody wants leaves none.</summary>
internal sealed class Outbox(
    SubscriberList subscribers, EventIds ids, OutboxBell bell, DataSession session, IRows rows, TimeProvider time)
    : IOutbox
{
    public async Task AppendAsync(IReadOnlyCollection<IEvent> events, CancellationToken cancel)
    {
        if (events.Count == 0) return;
        var now = time.GetUtcNow().UtcDateTime;
        List<OutboxRow> waiting = [.. events.SelectMany(e => RowsOf(e, now))];
        if (waiting.Count == 0) return;
        await rows.InsertAsync(waiting, cancel);
        session.AfterCommit(() =>
        {
            bell.Ring();
            return Task.CompletedTask;
        });
    }

    private IEnumerable<OutboxRow> RowsOf(IEvent happened, DateTime now)
    {
        var type = happened.GetType();
        var name = EventNameAttribute.Of(type);
        string? payload = null;
        foreach (var subscription in subscribers.Of(name, session.Brand))
        {
            yield return new OutboxRow
            {
                Id = ids.Next(),
                Subscriber = subscription.Name,
                BrandId = session.Brand ?? 0,
                Event = name,
                Payload = payload ??= JsonSerializer.Serialize(happened, type, Json.Options),
                OccurredAt = now,
                DueAt = now,
            };
        }
    }
}

/// <summary>Wakes the dispatcher when something was told.</summary>
internal sealed class OutboxBell : Bell;
