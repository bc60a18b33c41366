using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Events;
using RetailMember.UseCases;

namespace RetailMember.Platform.Events;

/// <summary>Hands stored events to a subscriber in the type that it takes.</summary>
internal abstract class Delivery
{
    public static Delivery Of(Type eventType) =>
        (Delivery)Activator.CreateInstance(typeof(Delivery<>).MakeGenericType(eventType))!;

    public abstract Task HandAsync(
        IServiceProvider scope, Type subscriber, IReadOnlyList<OutboxRow> rows, CancellationToken cancel);
}

internal sealed class Delivery<TEvent> : Delivery
    where TEvent : IEvent
{
    public override Task HandAsync(
        IServiceProvider scope, Type subscriber, IReadOnlyList<OutboxRow> rows, CancellationToken cancel)
    {
        var handler = (Subscriber<TEvent>)scope.GetRequiredService(subscriber);
        return handler.EnterAsync([.. rows.Select(Open)], cancel);
    }

    private static Delivered<TEvent> Open(OutboxRow row) => new(
        row.Id,
        row.BrandId == 0 ? null : row.BrandId,
        row.OccurredAt,
        JsonSerializer.Deserialize<TEvent>(row.Payload, Json.Stored)!);
}
