using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.UseCases;

namespace RetailMember.Engagement.Tickets;

/// <summary>How many tickets there are of each category, by their state, and how many of them are overdue.</summary>
[Needs(EngagementRights.ViewTickets)]
internal sealed class CountTickets(EngagementDb db) : Query<CountTickets.Input, CountTickets.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        [
            .. (await db.Tickets.GroupBy(t => new { t.Category, t.State })
                .Select(g => new { g.Key.Category, g.Key.State, Count = g.Count() }).ToListAsync(cancel))
                .OrderBy(g => g.Category).ThenBy(g => g.State).Select(g => new TicketCount(g.Category, g.State, g.Count)),
        ],
        await db.Tickets.CountAsync(t => t.State == TicketState.Open && t.DueAt < call.At, cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="Overdue">That wait for an answer longer than they should.</param>
    internal sealed record Result(IReadOnlyList<TicketCount> Counts, int Overdue);
}

/// <param name="Count">How many.</param>
internal sealed record TicketCount(TicketCategory Category, TicketState State, int Count);
