using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Days;

/// <summary>Journeys with occasions whose wait is over, those that have ended since among them.</summary>
[Needs(JourneyRights.Run)]
internal sealed class FindDueWaits(MarketingDb db) : Query<FindDueWaits.Input, FindDueWaits.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        await db.JourneyWaits.Where(w => w.DueAt <= call.At).GroupBy(w => w.JourneyId)
            .OrderBy(g => g.Min(w => w.DueAt)).ThenBy(g => g.Key).Select(g => g.Key).ToListAsync(cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="Journeys">Their keys; whose occasions have waited longest comes first.</param>
    internal sealed record Result(IReadOnlyList<Guid> Journeys);
}
