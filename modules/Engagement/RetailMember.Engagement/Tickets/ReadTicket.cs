using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tickets;

/// <summary>A ticket and what was said in it, as staff read it.</summary>
[Needs(EngagementRights.ViewTickets)]
internal sealed class ReadTicket(TicketReader reader) : Query<ReadTicket.Input, TicketThread>
{
    protected override Task<TicketThread> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        reader.ReadAsync(input.Ticket, call, cancel);

    internal sealed record Input(Guid Ticket) : IInput<TicketThread>;
}

/// <summary>The same for the member whose it is.</summary>
[OwnMember]
internal sealed class ReadOwnTicket(TicketReader reader) : Query<ReadOwnTicket.Input, TicketThread>
{
    protected override Task<TicketThread> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        reader.ReadAsync(input.Ticket, call, cancel);

    internal sealed record Input(Guid Ticket) : IInput<TicketThread>;
}

/// <summary>Reads a ticket with what was said in it.</summary>
internal sealed class TicketReader(EngagementDb db, TicketBook book, TicketViews views)
{
    public async Task<TicketThread> ReadAsync(Guid id, CallContext call, CancellationToken cancel)
    {
        var ticket = await book.FindAsync(id, call, cancel);
        var said = await db.TicketMessages.AsNoTracking().Where(m => m.TicketId == id).OrderBy(m => m.Id)
            .Select(m => new TicketLine(m.FromStaff, m.Author, m.Text, m.At)).ToListAsync(cancel);
        return new TicketThread(await views.OfAsync(ticket, call, cancel), said);
    }
}

/// <param name="Lines">In the order in which they were written.</param>
internal sealed record TicketThread(TicketView Feedback, IReadOnlyList<TicketLine> Lines);

/// <param name="Author">A user name, or the member's number.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">UTC.</param>
internal sealed record TicketLine(bool FromStaff, string Author, string Text, DateTime At);
