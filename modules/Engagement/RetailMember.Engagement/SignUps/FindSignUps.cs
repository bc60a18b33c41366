using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Engagement.MemberEvents;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Engagement.SignUps;

/// <summary>Who signed up for an event, in that order: who came, who waits, who did not come.</summary>
[Needs(EngagementRights.ViewEvents)]
internal sealed class FindSignUps(EngagementDb db, EventShelf shelf, IMemberNumbers numbers)
    : Query<FindSignUps.Input, PageOf<SignUpView>>
{
    protected override async Task<PageOf<SignUpView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var happening = await shelf.FindAsync(input.Event, cancel);
        var found = db.SignUps.AsNoTracking().Where(s => s.EventId == happening.Id);
        if (input.State is { } state) found = found.Where(s => s.State == state);
        if (Cursor.Read<Order>(input.After) is { } after) found = found.Where(s => s.Place > after.Place);
        var rows = await found.OrderBy(s => s.Place).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.MemberId).Distinct()], cancel);
        return PageOf<SignUpView>.Of(
            rows, input.Size, s => new Order(s.Place),
            s => SignUpView.Of(s, happening.Code, known.GetValueOrDefault(s.MemberId) ?? ""));
    }

    private sealed record Order(long Place);

    internal sealed record Input : IInput<PageOf<SignUpView>>
    {
        /// <summary>Code of the event.</summary>
        public required string Event { get; init; }

        public SignUpState? State { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}
