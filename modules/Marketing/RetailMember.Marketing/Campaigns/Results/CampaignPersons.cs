using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Membership;

namespace RetailMember.Marketing.Campaigns.Results;

/// <summary>
/// Whom a campaign wrote to and whom it held out, by who stands for them now: what was sold to a member who was merged since stands
/// with who stays. Each person is one, and who was written to under one number and held out under another was written to.
/// </summary>
internal sealed class CampaignPersons(MarketingDb db, IKeySets sets, IMergedMembers merged)
{
    public async Task<(KeySet Written, KeySet HeldOut)> OfAsync(MessageCampaign campaign, CancellationToken cancel)
    {
        var written = await StandingAsync(WrittenOf(campaign), cancel);
        return (written, KeySet.Common([await StandingAsync(HeldOutOf(campaign), cancel)], [written]));
    }

    /// <summary>How many they are, and what was sold to them.</summary>
    public async Task<(long Count, long Fen)> SumAsync(KeySet persons, IQueryable<KeyedAmount> sales, CancellationToken cancel) =>
        ((await sets.CountAsync(persons, 1, cancel)).Count, (await sets.SumAsync(persons, sales, cancel)).Sum);

    private async Task<KeySet> StandingAsync(IQueryable<Guid> members, CancellationToken cancel)
    {
        var (all, duplicates) = (KeySet.Of(members), KeySet.Of(merged.Duplicates()));
        var gone = await sets.FirstAsync(KeySet.Common([all, duplicates], []), int.MaxValue, cancel);
        if (gone.Count == 0) return all;
        var standing = (await merged.StandingForAsync([.. gone], cancel)).Values.Distinct();
        return KeySet.Common(
            [KeySet.Joined([all, .. standing.Chunk(KeySet.MostListed).Select(some => KeySet.Of(some))])], [duplicates]);
    }

    /// <summary>Those whose message was given to a provider: of a campaign that was stopped, not all who were to have one.</summary>
    private IQueryable<Guid> WrittenOf(MessageCampaign campaign) => db.Messages.AsNoTracking()
        .Where(m => m.BatchId == campaign.Id && m.MemberId != null && EF.Parameter(DeliveryBook.Given).Contains(m.State))
        .Select(m => m.MemberId!.Value);

    private IQueryable<Guid> HeldOutOf(MessageCampaign campaign) => db.CampaignMembers.AsNoTracking()
        .Where(m => m.CampaignId == campaign.Id && m.State == RecipientState.HeldOut).Select(m => m.MemberId);
}
