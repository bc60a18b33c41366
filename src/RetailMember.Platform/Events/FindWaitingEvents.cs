using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Platform.Events;

/// <summary>Events that are not handled yet, those that failed first: what waits, for whom, and why.</summary>
[Needs("Platform.Events.View")]
internal sealed class FindWaitingEvents(PlatformDb db) : Query<FindWaitingEvents.Input, FindWaitingEvents.Result>
{
    /// <param name="Parked">Only those that were set aside after too many attempts.</param>
    public sealed record Input(bool Parked = false, int Size = Cursor.DefaultSize) : IInput<Result>;

    public sealed record Result(long Waiting, long Parked, IReadOnlyList<Item> Items);

    /// <param name="BrandId">Null for the chain.</param>
    /// <param name="DueAt">UTC; when it is tried next.</param>
    public sealed record Item(
        long Id,
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
        return new Result(
            await all.LongCountAsync(r => !r.Parked, cancel), await all.LongCountAsync(r => r.Parked, cancel), items);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
