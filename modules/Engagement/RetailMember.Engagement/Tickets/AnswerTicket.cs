using FluentValidation;
using RetailMember.Engagement.Data;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tickets;

/// <summary>
/// Staff answer a ticket; whoever does looks after it, if nobody does yet. The member sees it on his phone.
/// </summary>
[Needs(EngagementRights.AnswerTickets)]
internal sealed class AnswerTicket(TicketBook book, TicketViews views) : UseCase<AnswerTicket.Input, TicketView>
{
    protected override async Task<TicketView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ticket = await book.LockAsync(input.Ticket, call, cancel);
        if (ticket.State == TicketState.Closed) throw new Refusal("engagement.ticket-closed", RefusalKind.Conflict);
        await book.SayAsync(ticket, input.Text, fromStaff: true, call, cancel);
        (ticket.State, ticket.AnsweredAt) = (TicketState.Answered, call.At);
        ticket.Assignee ??= call.Caller.Name;
        return await views.OfAsync(ticket, call, cancel);
    }

    internal sealed record Input(Guid Ticket, [property: Personal] string Text) : IInput<TicketView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Text).NotEmpty().MaximumLength(TicketBook.TextLength);
    }
}

/// <summary>Says who looks after a ticket.</summary>
[Needs(EngagementRights.AnswerTickets)]
internal sealed class AssignTicket(TicketBook book, TicketViews views, IStaff staff) : UseCase<AssignTicket.Input, TicketView>
{
    protected override async Task<TicketView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ticket = await book.LockAsync(input.Ticket, call, cancel);
        ticket.Assignee = input.Assignee is { } name ? Named(name, call.RequiredBrand.Id) : null;
        return await views.OfAsync(ticket, call, cancel);
    }

    private string Named(string name, int brand) =>
        staff.Find(name) is { } person && person.RolesIn(brand).Any()
            ? person.UserName
            : throw new Refusal("engagement.assignee-not-found", RefusalKind.NotFound, ("assignee", name));

    /// <param name="Assignee">The user name of somebody who works for the brand; left out: nobody.</param>
    internal sealed record Input(Guid Ticket, string? Assignee) : IInput<TicketView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Assignee).MaximumLength(EngagementDb.CodeLength);
    }
}

/// <summary>Says that nothing is left to be done, by staff.</summary>
[Needs(EngagementRights.AnswerTickets)]
internal sealed class CloseTicket(TicketBook book, TicketViews views) : UseCase<CloseTicket.Input, TicketView>
{
    protected override async Task<TicketView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var ticket = await book.LockAsync(input.Ticket, call, cancel);
        if (ticket.State == TicketState.Closed) throw new Refusal("engagement.ticket-closed", RefusalKind.Conflict);
        (ticket.State, ticket.ClosedAt) = (TicketState.Closed, call.At);
        return await views.OfAsync(ticket, call, cancel);
    }

    internal sealed record Input(Guid Ticket) : IInput<TicketView>;
}
