using RetailMember.Brands;
using RetailMember.Engagement.Data;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tickets;

/// <summary>Shows tickets with the numbers and codes that people know members and stores by.</summary>
internal sealed class TicketViews(IMemberNumbers numbers, IBrandDirectory brands)
{
    public async Task<TicketView> OfAsync(Ticket ticket, CallContext call, CancellationToken cancel) =>
        (await OfAsync([ticket], call, cancel))(ticket);

    public async Task<Func<Ticket, TicketView>> OfAsync(
        IReadOnlyCollection<Ticket> tickets, CallContext call, CancellationToken cancel)
    {
        var known = await numbers.OfAsync([.. tickets.Select(t => t.MemberId).Distinct()], cancel);
        return t => TicketView.Of(
            t, known.GetValueOrDefault(t.MemberId), t.StoreId is { } store ? brands.FindStore(store)?.Code : null, call.At);
    }
}
