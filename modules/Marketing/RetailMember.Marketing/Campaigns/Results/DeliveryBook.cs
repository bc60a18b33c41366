using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;

namespace RetailMember.Marketing.Campaigns.Results;

/// <summary>What arrived of that which went out, by what providers told.</summary>
internal sealed class DeliveryBook(MarketingDb db)
{
    /// <summary>Of messages that a provider was given.</summary>
    public static readonly MessageState[] Given =
        [MessageState.Accepted, MessageState.Delivered, MessageState.Failed, MessageState.Unknown];

    /// <summary>Of those of these campaigns whose words are fixed and whose channel has receipts, by their keys.</summary>
    public async Task<IReadOnlyDictionary<Guid, DeliveryQuality>> OfAsync(
        IReadOnlyCollection<MessageCampaign> campaigns, CancellationToken cancel)
    {
        var worded = campaigns.Where(c => c.TemplateId is not null).ToDictionary(c => c.Id);
        if (worded.Count == 0) return new Dictionary<Guid, DeliveryQuality>();
        Guid[] words = [.. worded.Values.Select(c => c.TemplateId!.Value).Distinct()];
        var told = (await db.Templates.AsNoTracking().Where(t => EF.Parameter(words).Contains(t.Id))
                .Select(t => new { t.Id, t.Channel }).ToListAsync(cancel))
            .Where(t => DeliveryQuality.IsKnownOf(t.Channel)).Select(t => t.Id).ToHashSet();
        Guid[] ids = [.. worded.Values.Where(c => told.Contains(c.TemplateId!.Value)).Select(c => c.Id)];
        var counts = (await db.Messages.AsNoTracking()
                .Where(m => EF.Parameter(ids).Contains(m.BatchId!.Value) && EF.Parameter(Given).Contains(m.State))
                .GroupBy(m => new { Batch = m.BatchId!.Value, m.State })
                .Select(g => new { g.Key.Batch, g.Key.State, Count = g.LongCount() }).ToListAsync(cancel))
            .ToLookup(c => c.Batch, c => (c.State, c.Count));
        var busy = (await db.Messages.AsNoTracking().Where(Message.IsOpen)
                .Where(m => EF.Parameter(ids).Contains(m.BatchId!.Value)).Select(m => m.BatchId!.Value).Distinct().ToListAsync(cancel))
            .ToHashSet();
        return ids.ToDictionary(id => id, id => Of(counts[id], busy.Contains(id)) with
        {
            GoesOn = worded[id].EndedAt is null || busy.Contains(id),
        });
    }

    /// <summary>Of a journey's messages that were decided on since a day; null where no channel of theirs has receipts.</summary>
    public async Task<JourneyDeliveries?> OfJourneyAsync(Guid journey, DateOnly since, CancellationToken cancel)
    {
        var batches = db.JourneyDecisions.AsNoTracking()
            .Where(d => d.JourneyId == journey && d.DecidedOn >= since && d.BatchId != null).Select(d => d.BatchId).Distinct();
        var found = await (
            from message in db.Messages.AsNoTracking()
            where batches.Contains(message.BatchId) && EF.Parameter(Given).Contains(message.State)
            join words in db.Templates.AsNoTracking() on message.TemplateId equals words.Id
            group message by new { words.Channel, message.State } into same
            select new { same.Key.Channel, same.Key.State, Count = same.LongCount() }).ToListAsync(cancel);
        var told = found.Where(f => DeliveryQuality.IsKnownOf(f.Channel)).Select(f => (f.State, f.Count)).ToList();
        if (told.Count == 0) return null;
        // A journey has no end: what providers may still tell of is not counted as lost.
        var quality = Of(told, isBusy: true) with { GoesOn = true };
        return new JourneyDeliveries(
            told.Sum(t => t.Count), quality.Delivered, Sum(told, MessageState.Failed), quality.Sent > 0 ? quality.Share : null,
            quality.IsAlarming);
    }

    /// <summary>As long as the provider may still tell of messages, they are not counted as lost.</summary>
    private static DeliveryQuality Of(IEnumerable<(MessageState State, long Count)> counts, bool isBusy)
    {
        var all = counts.ToList();
        var settled = Sum(all, MessageState.Delivered, MessageState.Failed, MessageState.Unknown);
        return new DeliveryQuality(settled + (isBusy ? 0 : Sum(all, MessageState.Accepted)), Sum(all, MessageState.Delivered));
    }

    private static long Sum(IEnumerable<(MessageState State, long Count)> counts, params MessageState[] states) =>
        counts.Where(c => states.Contains(c.State)).Sum(c => c.Count);
}

/// <summary>What arrived of a journey's messages. Where its figures are coarse, null is what is not told.</summary>
/// <param name="Sent">Messages that the provider was given.</param>
/// <param name="Failed">Messages of which the provider told that they did not arrive.</param>
/// <param name="DeliveryShare">Of one, of those whose end is known; null while none is.</param>
/// <param name="IsAlarming">Fewer than 95 of a hundred arrived, of at least a hundred whose end is known.</param>
internal sealed record JourneyDeliveries(long? Sent, long? Delivered, long? Failed, decimal? DeliveryShare, bool IsAlarming)
{
    /// <summary>As it is told where one more or less would tell something sensitive: no share.</summary>
    public JourneyDeliveries Coarsely()
    {
        var sent = Told(Sent);
        return new(sent, Told(Delivered), Told(Failed), null, sent is not null && IsAlarming);
    }

    private static long? Told(long? exact) => exact is { } count ? Segments.Rules.ToldCount.Coarse(count).Count : null;
}
