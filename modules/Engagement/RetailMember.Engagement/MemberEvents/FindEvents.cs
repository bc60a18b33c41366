using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Engagement.MemberEvents;

/// <summary>The brand's events by the time at which they start, the last one first where nothing else is asked for.</summary>
[Needs(EngagementRights.ViewEvents)]
internal sealed class FindEvents(EngagementDb db) : Query<FindEvents.Input, PageOf<EventView>>
{
    /// <summary>The order in which the first to start comes first.</summary>
    public const string Earliest = "startsAt";

    protected override async Task<PageOf<EventView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.MemberEvents.AsNoTracking();
        if (input.State is { } state) found = found.Where(e => e.State == state);
        if (input.ToCome) found = found.Where(e => e.EndsAt >= call.At);
        var after = Cursor.Read<Place>(input.After);
        if (input.Sort == Earliest)
        {
            if (after is not null)
                found = found.Where(e => e.StartsAt > after.At || (e.StartsAt == after.At && e.Id > after.Id));
            found = found.OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
        }
        else
        {
            if (after is not null)
                found = found.Where(e => e.StartsAt < after.At || (e.StartsAt == after.At && e.Id < after.Id));
            found = found.OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id);
        }

        var rows = await found.Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<EventView>.Of(rows, input.Size, e => new Place(e.StartsAt, e.Id), EventView.Of);
    }

    private sealed record Place(DateTime At, Guid Id);

    internal sealed record Input : IInput<PageOf<EventView>>
    {
        public MemberEventState? State { get; init; }

        /// <summary>Only those that are not over.</summary>
        public bool ToCome { get; init; }

        /// <summary><c>startsAt</c> or, left out, <c>-startsAt</c>.</summary>
        public string? Sort { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

/// <summary>One event.</summary>
[Needs(EngagementRights.ViewEvents)]
internal sealed class ReadEvent(EventShelf shelf) : Query<ReadEvent.Input, EventView>
{
    protected override async Task<EventView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        EventView.Of(await shelf.FindAsync(input.Event, cancel));

    internal sealed record Input(string Event) : IInput<EventView>;
}
