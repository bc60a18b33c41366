using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.Events;

/// <summary>Events that are not handled yet, those that failed first: what waits, for whom, and why.</summary>
[Needs("Platform.Events.View")]
internal sealed class FindWaitingEvents(PlatformDb db, SubscriberList subscribers)
    : Query<FindWaitingEvents.Input, FindWaitingEvents.Result>
{
    /// <param name="Parked">Only those that were set aside after too many attempts.</param>
    public sealed record Input(bool Parked = false, int Size = Cursor.DefaultSize) : IInput<Result>;

    /// <param name="Waiting">Not set aside, and with a subscriber that may yet handle them.</param>
    /// <param name="Vanished">Subscribers whom no module brings any more.</param>
    public sealed record Result(
        long Waiting, long Parked, IReadOnlyList<Item> Items, IReadOnlyList<VanishedSubscriber> Vanished);

    /// <param name="Events">How many wait for it in vain.</param>
    /// <param name="Oldest">UTC; when the first of them was told.</param>
    public sealed record VanishedSubscriber(string Subscriber, long Events, DateTime Oldest);

    /// <param name="BrandId">Null for the chain.</param>
    /// <param name="DueAt">UTC; when it is tried next.</param>
    public sealed record Item(
        long EventId,
        string Event,
        string Subscriber,
        int? BrandId,
        DateTime OccurredAt,
        int Attempts,
        DateTime DueAt,
        bool Parked,
        string? Fault);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var all = db.AcrossBrands<OutboxRow>().AsNoTracking();
        var items = await all.Where(r => r.Parked || !input.Parked)
            .OrderByDescending(r => r.Attempts).ThenBy(r => r.Id)
            .Take(input.Size)
            .Select(r => new Item(
                r.Id,
                r.Event,
                r.Subscriber,
                r.BrandId == 0 ? null : r.BrandId,
                r.OccurredAt,
                r.Attempts,
                r.DueAt,
                r.Parked,
                r.Fault))
            .ToListAsync(cancel);
        var vanished = await VanishedAsync(all, cancel);
        string[] gone = [.. vanished.Select(v => v.Subscriber)];
        return new Result(
            await all.LongCountAsync(r => !r.Parked && !gone.Contains(r.Subscriber), cancel),
            await all.LongCountAsync(r => r.Parked, cancel),
            items,
            vanished);
    }

    private async Task<List<VanishedSubscriber>> VanishedAsync(IQueryable<OutboxRow> all, CancellationToken cancel)
    {
        var waiting = await all.GroupBy(r => r.Subscriber)
            .Select(g => new { Subscriber = g.Key, Events = g.LongCount(), Oldest = g.Min(r => r.OccurredAt) })
            .ToListAsync(cancel);
        return
        [
            .. waiting.Where(w => !subscribers.IsKnown(w.Subscriber))
                .OrderBy(w => w.Subscriber, StringComparer.Ordinal)
                .Select(w => new VanishedSubscriber(w.Subscriber, w.Events, w.Oldest)),
        ];
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
