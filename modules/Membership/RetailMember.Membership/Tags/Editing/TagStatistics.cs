using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;

namespace RetailMember.Membership.Tags;

/// <summary>How many have the tags of the session's brand, and how that came about.</summary>
internal sealed class TagStatistics(MembershipDb db)
{
    /// <summary>Days that are told of, today included.</summary>
    public const int Days = 30;

    /// <summary>By the tags' keys; absent where nobody has it and nobody had.</summary>
    public async Task<IReadOnlyDictionary<Guid, TagNumbers>> NumbersAsync(DateOnly today, CancellationToken cancel)
    {
        var held = await db.MemberTags.AsNoTracking().GroupBy(h => h.TagId)
            .Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var first = today.AddDays(1 - Days);
        var changes = await db.TagChanges.AsNoTracking().Where(c => c.On >= first).GroupBy(c => new { c.TagId, c.Step })
            .Select(g => new { g.Key.TagId, g.Key.Step, Count = g.LongCount() }).ToListAsync(cancel);
        return held.Keys.Concat(changes.Select(c => c.TagId)).Distinct().ToDictionary(
            id => id, id => new TagNumbers(held.GetValueOrDefault(id), Of(id, TagStep.Gained), Of(id, TagStep.Lost)));

        long Of(Guid id, TagStep step) => changes.Where(c => c.TagId == id && c.Step == step).Sum(c => c.Count);
    }

    /// <summary>How many had a tag at the end of each of the last days, counted back from now by what was gained and lost.</summary>
    public async Task<IReadOnlyList<TagDay>> TrendAsync(Guid tag, DateOnly today, CancellationToken cancel)
    {
        var first = today.AddDays(1 - Days);
        var count = await db.MemberTags.LongCountAsync(h => h.TagId == tag, cancel);
        var changes = (await db.TagChanges.AsNoTracking().Where(c => c.TagId == tag && c.On >= first)
            .GroupBy(c => new { c.On, c.Step }).Select(g => new { g.Key.On, g.Key.Step, Count = g.LongCount() })
            .ToListAsync(cancel)).ToLookup(c => c.On);
        var days = new List<TagDay>(Days);
        for (var day = today; day >= first; day = day.AddDays(-1))
        {
            var gained = changes[day].Where(c => c.Step == TagStep.Gained).Sum(c => c.Count);
            var lost = changes[day].Where(c => c.Step == TagStep.Lost).Sum(c => c.Count);
            days.Add(new TagDay(day, count, gained, lost));
            count -= gained - lost;
        }

        days.Reverse();
        return days;
    }

    public async Task<TagRecountView?> RecountAsync(CancellationToken cancel) =>
        await db.TagRecounts.AsNoTracking().OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
            .FirstOrDefaultAsync(cancel) is { } last
            ? TagRecountView.Of(last)
            : null;
}

/// <param name="Members">Who had it at the end of the day.</param>
internal sealed record TagDay(DateOnly BusinessDate, long Members, long Gained, long Lost);

/// <summary>How far a count of all members has come.</summary>
/// <param name="Done">Members counted.</param>
/// <param name="Total">Members there were when it began.</param>
/// <param name="Receipts">Looked at.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC; left out while it runs.</param>
internal sealed record TagRecountView(
    DateOnly BusinessDate, TagRecountState State, long Done, long Total, long Receipts, long Gained, long Lost, DateTime StartedAt,
    DateTime? EndedAt)
{
    public static TagRecountView Of(TagRecount r) =>
        new(r.On, r.State, r.Done, r.Total, r.Receipts, r.Gained, r.Lost, r.StartedAt, r.EndedAt);
}
