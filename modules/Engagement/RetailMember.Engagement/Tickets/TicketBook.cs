using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Engagement.Data;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tickets;

/// <summary>Finds tickets to be moved by one at a time, and writes down what is said in them.</summary>
internal sealed class TicketBook(EngagementDb db, IRows rows, Sequences sequences, ISettings settings)
{
    public const int TextLength = 2_000;

    /// <summary>Hours until a ticket is to be answered.</summary>
    public const string DueHours = "Engagement.TicketDueHours";

    /// <summary>How many tickets a member may open on a day himself.</summary>
    public const string MostPerDay = "Engagement.TicketsPerDay";

    /// <summary>For how many days after it was closed a member may open it again.</summary>
    public const string ReopenDays = "Engagement.TicketReopenDays";

    public DateTime DueFrom(CallContext call) => call.At.AddHours(settings.WholeNumber(DueHours, call.RequiredBrand.Id));

    public async Task<Ticket> FindAsync(Guid id, CallContext call, CancellationToken cancel) =>
        Own(await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancel), call);

    /// <summary>To be changed through the context. A member finds his own alone.</summary>
    public async Task<Ticket> LockAsync(Guid id, CallContext call, CancellationToken cancel)
    {
        await FindAsync(id, call, cancel);
        await rows.LockAsync<Ticket, Guid>(t => t.Id, [id], cancel);
        return await db.Tickets.SingleAsync(t => t.Id == id, cancel);
    }

    public async Task SayAsync(Ticket ticket, string text, bool fromStaff, CallContext call, CancellationToken cancel) =>
        db.TicketMessages.Add(new TicketMessage
        {
            Id = (await sequences.TakeAsync<TicketMessage>(1, cancel))[0],
            BrandId = ticket.BrandId,
            TicketId = ticket.Id,
            FromStaff = fromStaff,
            Author = call.Caller.Name,
            Text = text.Trim(),
            At = call.At,
        });

    /// <summary>It waits for an answer again, from now on.</summary>
    public void Open(Ticket ticket, CallContext call) =>
        (ticket.State, ticket.ClosedAt, ticket.DueAt) = (TicketState.Open, null, DueFrom(call));

    private static Ticket Own(Ticket? ticket, CallContext call) =>
        ticket is null || (call.Caller.Kind == CallerKind.Member && call.Caller.Id != ticket.MemberId)
            ? throw new Refusal("engagement.ticket-not-found", RefusalKind.NotFound)
            : ticket;
}
