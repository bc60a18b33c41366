using RetailMember.Engagement.Data;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tickets;

/// <summary>A ticket as it stands.</summary>
/// <param name="OpenedAt">UTC.</param>
/// <param name="DueAt">UTC; when it is to be answered.</param>
/// <param name="Overdue">It waits for an answer, longer than it should.</param>
/// <param name="Assignee">User name of whoever looks after it.</param>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="ClosedAt">UTC.</param>
internal sealed record TicketView(
    Guid Ticket,
    string? MemberNo,
    TicketCategory Category,
    TicketState State,
    string? StoreCode,
    string? ReceiptNo,
    string? Assignee,
    DateTime OpenedAt,
    DateTime DueAt,
    bool Overdue,
    DateTime? AnsweredAt,
    DateTime? ClosedAt) : IAbout
{
    string IAbout.About => MemberNo ?? "";

    public static TicketView Of(Ticket ticket, string? memberNo, string? store, DateTime at) => new(
        ticket.Id, memberNo, ticket.Category, ticket.State, store, ticket.ReceiptNo, ticket.Assignee, ticket.OpenedAt,
        ticket.DueAt, ticket.State == TicketState.Open && ticket.DueAt < at, ticket.AnsweredAt, ticket.ClosedAt);
}
