using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tickets;

/// <summary>
/// A member adds to a ticket of his, which waits for an answer again; one that was closed he opens again within some
/// days.
/// </summary>
[OwnMember]
internal sealed class ReplyToTicket(EngagementDb db, TicketBook book, TicketViews views, ISettings settings)
    : UseCase<ReplyToTicket.Input, TicketView>
{
    private const int MostUnanswered = 10;

    protected override async Task<TicketView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ticket = await book.LockAsync(input.Ticket, call, cancel);
        var days = settings.WholeNumber(TicketBook.ReopenDays, call.RequiredBrand.Id);
        if (ticket.ClosedAt is { } closed && call.At > closed.AddDays(days))
            throw new Refusal("engagement.ticket-too-old", RefusalKind.Conflict, ("days", days));
        var since = ticket.AnsweredAt ?? ticket.OpenedAt;
        var said = await db.TicketMessages.CountAsync(
            m => m.TicketId == ticket.Id && !m.FromStaff && m.At >= since, cancel);
        if (said >= MostUnanswered)
            throw new Refusal("engagement.too-many-tickets", RefusalKind.TooMany, ("most", MostUnanswered));
        // What waits already goes on waiting from when it began to.
        if (ticket.State != TicketState.Open) book.Open(ticket, call);
        await book.SayAsync(ticket, input.Text, fromStaff: false, call, cancel);
        return await views.OfAsync(ticket, call, cancel);
    }

    internal sealed record Input(Guid Ticket, [property: Personal] string Text) : IInput<TicketView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Text).NotEmpty().MaximumLength(TicketBook.TextLength);
    }
}
