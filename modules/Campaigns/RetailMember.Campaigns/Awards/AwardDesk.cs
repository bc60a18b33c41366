using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Awards;

/// <summary>Gives awards: of the budget, then vouchers and benefits, then points and tier, and writes down what was given.</summary>
internal sealed class AwardDesk(
    CampaignsDb db, IRows rows, DataSession session, BudgetBook budgets, PrizeGiver prizes, PrizeTiers tiers, IMemberAwards members)
{
    /// <summary>
    /// Gives awards of one campaign that belong together: all of them or none. The members are held by the caller
    /// (<see cref="IMemberAwards.HoldAsync"/>), before he judges what they have had.
    /// </summary>
    public async Task<AwardsGiven> GiveAsync(IReadOnlyList<AwardAsked> asked, CancellationToken cancel)
    {
        string[] keys = [.. asked.Select(a => a.Key)];
        if (await FindAsync(keys, cancel) is { Count: > 0 } known) return new AwardsGiven(known);
        if (asked.Any(a => !a.Member.IsActive)) return new AwardsGiven([], AwardRefusals.NotActive);
        var (campaign, points) = (asked[0].Campaign, asked.Sum(a => a.Points));
        await budgets.HoldAsync([campaign], cancel);
        if (await tiers.WhyNotAsync(asked, cancel) is { } gone) return await FaultyAsync(asked[0], gone, cancel);
        if (await budgets.TryTakeAsync(campaign, points, asked.Count, cancel) is { } no) return new AwardsGiven([], no);
        (AwardAsked Asked, Guid Id)[] underway = [.. asked.Select(a => (a, Guid.CreateVersion7()))];
        if (await prizes.GiveAsync(underway, cancel) is { } refused)
        {
            await budgets.GiveBackAsync(campaign.Id, points, asked.Count, cancel);
            return await FaultyAsync(asked[0], refused, cancel);
        }

        var outcomes = await members.GrantAsync([.. underway.Select(u => GrantOf(u.Asked, u.Id))], cancel);
        // What can be refused was asked before: the budget, vouchers and all are undone with it.
        if (outcomes.FirstOrDefault(o => o.Refusal is not null) is { Refusal: { } code })
            throw new Refusal(code, RefusalKind.Conflict);
        Award[] awards = [.. underway.Zip(outcomes, (u, outcome) => RowOf(u.Asked, u.Id, outcome))];
        await rows.InsertAsync(awards, cancel);
        await budgets.StopIfSpentAsync(campaign, cancel);
        return new AwardsGiven(awards);
    }

    /// <summary>What was given under these keys, in their order; whoever asked for one asked for all of them.</summary>
    public async Task<IReadOnlyList<Award>> FindAsync(string[] keys, CancellationToken cancel)
    {
        var known = await db.Awards.AsNoTracking().Where(a => EF.Parameter(keys).Contains(a.Key))
            .ToDictionaryAsync(a => a.Key, cancel);
        return known.Count == 0 ? [] : [.. keys.Select(k => known[k])];
    }

    /// <summary>
    /// Days on which awards of a campaign count, by member: those that stand, and those that a person took back. Only a
    /// refund makes room for another.
    /// </summary>
    public async Task<ILookup<Guid, DateOnly>> HadAsync(
        KnownCampaign campaign, IReadOnlyCollection<Guid> of, CancellationToken cancel) =>
        (await db.Awards.AsNoTracking()
            .Where(a => a.CampaignId == campaign.Id && (a.State == AwardState.Given || a.TakenByHand)
                && EF.Parameter(of).Contains(a.MemberId))
            .Select(a => new { a.MemberId, a.CountsOn }).ToListAsync(cancel)).ToLookup(a => a.MemberId, a => a.CountsOn);

    /// <summary>The prize itself is at fault: head office reads of it with the campaign.</summary>
    private async Task<AwardsGiven> FaultyAsync(AwardAsked asked, string why, CancellationToken cancel)
    {
        await budgets.NoteRefusalAsync(asked.Campaign, why, asked.Occasion.At, cancel);
        return new AwardsGiven([], why);
    }

    private static AwardGrant GrantOf(AwardAsked asked, Guid id) => new()
    {
        Key = $"campaign/{id:N}",
        Member = asked.Member.Id,
        Points = asked.Points,
        Growth = asked.Prize.Growth,
        Tier = asked.Prize.TierCode,
        Activity = asked.Activity,
        Reason = new AwardReason(asked.Campaign.Code, asked.Campaign.Number, asked.Inputs)
        {
            Title = "campaigns.award-title." + EnumCode.Of(asked.Campaign.Terms.Kind),
        },
        Occasion = asked.Occasion,
    };

    private Award RowOf(AwardAsked asked, Guid id, AwardOutcome outcome) => new()
    {
        Id = id,
        BrandId = session.Brand!.Value,
        CampaignId = asked.Campaign.Id,
        Number = asked.Campaign.Number,
        MemberId = asked.Member.Id,
        Role = asked.Role,
        Key = asked.Key,
        On = asked.Occasion.On,
        CountsOn = asked.CountsOn ?? asked.Occasion.On,
        At = asked.Occasion.At,
        StoreId = asked.Occasion.StoreId,
        Operator = asked.Occasion.Operator,
        Subject = asked.Subject,
        Note = asked.Note,
        Points = outcome.Points,
        Growth = outcome.Growth,
        TierTo = outcome.TierAfter,
        Vouchers = asked.Prize.Things,
        Benefit = asked.Prize.Benefit,
        PurchaseId = asked.Purchase,
        BaseFen = asked.BaseFen,
        ReferralId = asked.Referral,
    };
}
