using RetailMember.Brands;
using RetailMember.Engagement.Tickets;
using RetailMember.Pages.Forms;
using RetailMember.Values;

namespace RetailMember.Engagement.Pages.Tickets;

internal sealed record TicketListModel(PageOf<TicketView> Found, CountTickets.Result Counts, bool MayAnswer);

internal sealed record TicketModel(TicketThread Thread, bool MayAnswer, FormFaults Faults);

internal sealed record TicketFormModel(IReadOnlyList<Store> Stores, FormFaults Faults);

internal sealed record OwnTicketsModel(
    IReadOnlyList<TicketView> Tickets, IReadOnlyList<Store> Stores, FormFaults Faults);

internal sealed record OwnTicketModel(TicketThread Thread, FormFaults Faults);
