using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Engagement.Tickets;

/// <summary>Tickets, newest first: of the brand, of a member, those that are overdue.</summary>
[Needs(EngagementRights.ViewTickets), OwnMember]
internal sealed class FindTickets(EngagementDb db, TicketViews views, IMemberFiles files)
    : Query<FindTickets.Input, PageOf<TicketView>>
{
    protected override async Task<PageOf<TicketView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Tickets.AsNoTracking();
        if (input.Member is { } given)
        {
            var member = (await files.OneAsync(given, cancel)).Id;
            found = found.Where(t => t.MemberId == member);
        }

        if (input.State is { } state) found = found.Where(t => t.State == state);
        if (input.Category is { } category) found = found.Where(t => t.Category == category);
        if (input.Assignee is { } assignee) found = found.Where(t => t.Assignee == assignee);
        if (input.Overdue) found = found.Where(t => t.State == TicketState.Open && t.DueAt < call.At);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(t => t.Id < after.Id);
        var rows = await found.OrderByDescending(t => t.Id).Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<TicketView>.Of(rows, input.Size, t => new Place(t.Id), await views.OfAsync(rows, call, cancel));
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<TicketView>>, IOfMember<Input>
    {
        [Personal]
        public string? Member { get; init; }

        public TicketState? State { get; init; }

        public TicketCategory? Category { get; init; }

        /// <summary>User name of whoever looks after it.</summary>
        public string? Assignee { get; init; }

        /// <summary>Only those that wait for an answer longer than they should.</summary>
        public bool Overdue { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;

        string IOfMember<Input>.Member => Member ?? IOfMember<Input>.Me;

        public Input For(string memberNo) => this with { Member = memberNo, Assignee = null };
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Member).MaximumLength(64);
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
        }
    }
}
