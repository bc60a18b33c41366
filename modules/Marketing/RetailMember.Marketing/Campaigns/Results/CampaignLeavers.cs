using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Membership;

namespace RetailMember.Marketing.Campaigns.Results;

/// <summary>
/// Who wants no more since a campaign's message: he said so by a reply or in a store, or took his consent back. Each person once,
/// whatever numbers were merged with his.
/// </summary>
internal sealed class CampaignLeavers(MarketingDb db, IMergedMembers merged, IEnumerable<IMarketingConsents> consents)
{
    /// <param name="campaign">Whose messages went.</param>
    /// <param name="end">UTC: until then it counts; null: it has not begun.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<long> CountAsync(MessageCampaign campaign, DateTime? end, CancellationToken cancel)
    {
        if (campaign.StartedAt is not { } start || end is not { } last) return 0;
        var sent = db.Messages.AsNoTracking().Where(m => m.BatchId == campaign.Id && m.MemberId != null && m.HandedOverAt != null);
        var left = await (
            from message in sent
            join recipient in db.Recipients on message.RecipientId equals recipient.Id
            where recipient.OptedOutAt >= message.HandedOverAt && recipient.OptedOutAt < last
            select message.MemberId!.Value).ToListAsync(cancel);
        var withdrawn = await consents.WithdrawnAsync(start, last, cancel);
        var persons = new Dictionary<Guid, Guid>(await merged.StandingForAsync([.. left.Union(withdrawn.Keys)], cancel));
        var since = withdrawn.GroupBy(w => PersonOf(w.Key)).ToDictionary(g => g.Key, g => g.Max(w => w.Value));
        foreach (var file in await merged.IntoAsync([.. since.Keys], cancel)) persons[file.Id] = file.Into;
        foreach (var some in since.Keys.Union(persons.Keys).Chunk(KeySet.MostListed))
        {
            var told = await sent.Where(m => EF.Parameter(some).Contains(m.MemberId!.Value))
                .Select(m => new { Member = m.MemberId!.Value, m.HandedOverAt }).ToListAsync(cancel);
            left.AddRange(told.Where(t => since.TryGetValue(PersonOf(t.Member), out var at) && at >= t.HandedOverAt)
                .Select(t => t.Member));
        }

        return left.Select(PersonOf).Distinct().Count();

        Guid PersonOf(Guid member) => persons.GetValueOrDefault(member, member);
    }
}
