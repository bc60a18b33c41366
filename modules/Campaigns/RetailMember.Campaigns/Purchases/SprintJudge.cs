using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.Membership;

namespace RetailMember.Campaigns.Purchases;

/// <summary>
/// Counts purchases within a span: gives the sprint's prize when there are enough, takes it back when refunds leave too few.
/// </summary>
internal sealed class SprintJudge(CampaignsDb db, CampaignShelf shelf, IMemberReceipts receipts, AwardDesk desk, AwardTaker taker)
{
    public async Task JudgeAsync(
        KnownCampaign campaign, MemberSummary member, PurchaseRecorded purchase, AwardOccasion occasion, CancellationToken cancel)
    {
        var terms = campaign.Terms;
        var span = CampaignJudge.SpanOf(terms, purchase.BusinessDate).Name;
        var bought = await BoughtAsync(terms, member.Id, purchase.BusinessDate, cancel);
        var verdict = CampaignJudge.Judge(terms, new CampaignCase
        {
            On = purchase.BusinessDate,
            TierCode = member.Tier,
            JoinedOn = member.JoinedOn,
            BoughtOn = bought,
            AwardedOn = [.. (await desk.HadAsync(campaign, [member.Id], cancel))[member.Id]],
        });
        if (verdict.Refusal is not null) return;
        var before = await CountOfSpanAsync(campaign.Id, member.Id, span, cancel);
        await desk.GiveAsync(
            [
                new AwardAsked
                {
                    Key = string.Create(
                        CultureInfo.InvariantCulture, $"sprint/{campaign.Id:N}/{member.Id:N}/{span}/{before + 1}"),
                    Campaign = campaign,
                    Member = member,
                    Prize = terms.Prize,
                    Points = verdict.Points,
                    Subject = span,
                    Occasion = occasion,
                    CountsOn = purchase.BusinessDate,
                    Inputs =
                    [
                        new AwardInput("campaigns.input.span", span),
                        new AwardInput("campaigns.input.purchases", bought.Count.ToString(CultureInfo.InvariantCulture)),
                    ],
                    Purchase = purchase.PurchaseId,
                },
            ],
            cancel);
    }

    /// <summary>After a refund, the member held: takes back the sprints of the receipt's span that have too few purchases.</summary>
    public async Task<IReadOnlyList<TakenBack>> ReviewAsync(
        Guid member, DateOnly on, string why, AwardOccasion occasion, CancellationToken cancel)
    {
        var standing = await (
            from award in db.Awards.AsNoTracking()
            join campaign in db.Campaigns on award.CampaignId equals campaign.Id
            where award.MemberId == member && award.State == AwardState.Given && campaign.Kind == CampaignKind.Sprint
            orderby award.Id
            select award).ToListAsync(cancel);
        if (standing.Count == 0) return [];
        var versions = await shelf.OfVersionsAsync([.. standing.Select(a => a.CampaignId).Distinct()], cancel);
        var taken = new List<TakenBack>();
        foreach (var award in standing)
        {
            var terms = versions[(award.CampaignId, award.Number)].Terms;
            if (award.Subject != CampaignJudge.SpanOf(terms, on).Name) continue;
            if ((await BoughtAsync(terms, member, on, cancel)).Count >= terms.Purchases) continue;
            taken.Add(await taker.TakeAsync(award, why, occasion, cancel));
        }

        return taken;
    }

    /// <summary>The day of each purchase of a day's span that counts: by what is left of it after refunds.</summary>
    private async Task<IReadOnlyList<DateOnly>> BoughtAsync(
        CampaignTerms terms, Guid member, DateOnly on, CancellationToken cancel)
    {
        var (first, last, _) = CampaignJudge.SpanOf(terms, on);
        return [.. (await receipts.OfSpanAsync(member, first, last, terms.MinimumPaid?.Fen ?? 0, cancel)).Select(r => r.On)];
    }

    private Task<int> CountOfSpanAsync(Guid campaign, Guid member, string span, CancellationToken cancel) =>
        db.Awards.CountAsync(a => a.CampaignId == campaign && a.MemberId == member && a.Subject == span, cancel);
}
