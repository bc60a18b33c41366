using System.Globalization;
using RetailMember.Brands;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;
using RetailMember.Values;

namespace RetailMember.Campaigns.Purchases;

/// <summary>
/// Rewards purchases right after their receipts: extra points, sprints that are run, first purchases of friends. Looks at
/// receipts as they stand now, with the members held who own them since any merge, so that it comes to the same end
/// however late it hears of them.
/// </summary>
internal sealed class PurchaseJudge(
    CampaignShelf shelf, IMemberAwards members, IMergedMembers merged, IMemberReceipts receipts, IBrandDirectory brands,
    CampaignClock clock, AwardDesk desk, SprintJudge sprints, Referrals.ReferralJudge referrals)
{
    public async Task JudgeAsync(IReadOnlyList<PurchaseRecorded> recorded, CancellationToken cancel)
    {
        var owners = await merged.StandingForAsync([.. recorded.Select(p => p.MemberId).Distinct()], cancel);
        PurchaseRecorded[] purchases =
            [.. recorded.Select(p => p with { MemberId = owners.GetValueOrDefault(p.MemberId, p.MemberId) })];
        var campaigns = await shelf.ActiveAsync(cancel, CampaignKind.Purchase, CampaignKind.Sprint);
        var friends = await referrals.WaitingAsync([.. purchases.Select(p => p.MemberId).Distinct()], cancel);
        if (campaigns.Count == 0 && friends.Count == 0) return;
        Guid[] held = [.. purchases.Select(p => p.MemberId).Concat(friends.Select(f => f.ReferrerId)).Distinct()];
        var standing = await members.HoldAsync(held, cancel);
        var known = await ReceiptsAsync(purchases, cancel);
        foreach (var purchase in purchases)
        {
            if (!standing.TryGetValue(purchase.MemberId, out var member)) continue;
            if (known.GetValueOrDefault(purchase.PurchaseId) is not { NetFen: > 0 } receipt) continue;
            foreach (var campaign in campaigns)
                if (campaign.Terms.Kind == CampaignKind.Sprint)
                    await sprints.JudgeAsync(campaign, member, purchase, clock.Now(purchase.StoreId), cancel);
                else await RewardAsync(campaign, member, purchase, receipt, cancel);
            foreach (var friend in friends.Where(f => f.FriendId == member.Id))
                await referrals.BoughtAsync(friend.Id, receipt, standing, cancel);
        }
    }

    /// <summary>The receipts as they stand now: one question a day, however many they are.</summary>
    private async Task<Dictionary<Guid, MemberReceipt>> ReceiptsAsync(
        IReadOnlyList<PurchaseRecorded> purchases, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, MemberReceipt>();
        foreach (var day in purchases.GroupBy(p => p.BusinessDate))
            foreach (var receipt in (await receipts.OfDayAsync([.. day.Select(p => p.MemberId).Distinct()], day.Key, cancel))
                .SelectMany(r => r.Value))
                found.TryAdd(receipt.Id, receipt);
        return found;
    }

    private async Task RewardAsync(
        KnownCampaign campaign, MemberSummary member, PurchaseRecorded purchase, MemberReceipt receipt, CancellationToken cancel)
    {
        var paid = new Money(receipt.MoneyFen);
        var verdict = CampaignJudge.Judge(campaign.Terms, new CampaignCase
        {
            On = purchase.BusinessDate,
            StoreCode = brands.FindStore(purchase.StoreId)?.Code,
            TierCode = receipt.Tier,
            JoinedOn = member.JoinedOn,
            Paid = paid,
            AwardedOn = campaign.Terms.EffectiveCaps.Count == 0
                ? []
                : [.. (await desk.HadAsync(campaign, [member.Id], cancel))[member.Id]],
        });
        if (verdict.Refusal is not null) return;
        await desk.GiveAsync(
            [
                new AwardAsked
                {
                    Key = $"purchase/{campaign.Id:N}/{purchase.PurchaseId:N}",
                    Campaign = campaign,
                    Member = member,
                    Prize = campaign.Terms.Prize,
                    Points = verdict.Points,
                    Occasion = clock.Now(purchase.StoreId),
                    CountsOn = purchase.BusinessDate,
                    Inputs = [new AwardInput("campaigns.input.paid", paid.Yuan.ToString("0.00", CultureInfo.InvariantCulture))],
                    Purchase = purchase.PurchaseId,
                    BaseFen = receipt.MoneyFen,
                },
            ],
            cancel);
    }
}
