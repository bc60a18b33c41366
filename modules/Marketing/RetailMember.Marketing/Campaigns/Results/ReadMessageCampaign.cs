using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Campaigns.Running;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Packages;
using RetailMember.Marketing.Queue;
using RetailMember.Membership;
using RetailMember.Redemption;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Campaigns.Results;

/// <summary>
/// A campaign, how far it is, and what came of it. Of one whose segment has sensitive conditions only coarse figures: which
/// member bought, answered or was left out must not be read from what one more or less makes of them.
/// </summary>
[Needs(MarketingRights.ViewCampaigns)]
internal sealed class ReadMessageCampaign(
    MarketingDb db, CampaignShelf shelf, CampaignParts parts, MessageQueue queue, PackageBook packages, IKeySets sets,
    IMemberReceipts receipts, IVoucherFigures vouchers)
    : Query<ReadMessageCampaign.Input, ReadMessageCampaign.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.FindAsync(input.Campaign, cancel);
        var terms = MessageCampaignTerms.Read(campaign.Terms);
        var mark = campaign.State == MessageCampaignState.Draft ? await parts.MarkAsync(campaign, cancel) : null;
        var members = await db.CampaignMembers.Where(m => m.CampaignId == campaign.Id)
            .GroupBy(m => m.State).Select(g => new Decided(g.Key, g.LongCount())).ToListAsync(cancel);
        var messages = await queue.CountAsync(campaign.Id, cancel);
        var used = await vouchers.OfIssuesAsync(RewardRecipients.PrefixOf(campaign.Id), cancel);
        var cost = await packages.CostAsync(campaign.Id, cancel);
        var effect = await EffectAsync(campaign, terms, cancel);
        DeliveryQuality? quality = await HasReceiptsAsync(campaign, cancel)
            ? QualityOf(messages, await queue.IsBusyAsync(campaign.Id, cancel))
            : null;
        var result = new Result(
            await shelf.ViewAsync(campaign, cancel), members, messages,
            new Outcomes(
                Sum(messages, MessageState.Accepted, MessageState.Delivered, MessageState.Failed, MessageState.Unknown),
                quality?.Delivered, quality is { Sent: > 0 } known ? known.Share : null, quality?.IsAlarming == true,
                await OptedOutAsync(campaign, terms, cancel), used.Issued, used.Used, new Money(used.DiscountFen),
                effect.Written, new Money(effect.WrittenFen), effect.HeldOut, new Money(effect.HeldOutFen), effect.Extra, cost,
                effect.Profit(terms.MarginPercent, cost, used.DiscountFen)))
        {
            WordingMark = mark,
        };
        return result.CampaignStanding.IsRounded ? CoarseFigures.Of(result) : result;
    }

    /// <summary>Whether the channel of its words tells what arrived.</summary>
    private async Task<bool> HasReceiptsAsync(MessageCampaign campaign, CancellationToken cancel) =>
        campaign.TemplateId is not { } words
        || DeliveryQuality.IsKnownOf((await parts.TemplateAsync(words, cancel)).Channel);

    /// <summary>As long as the provider may still tell of messages, they are not counted as lost.</summary>
    private static DeliveryQuality QualityOf(IReadOnlyList<BatchCount> messages, bool isBusy)
    {
        var settled = Sum(messages, MessageState.Delivered, MessageState.Failed, MessageState.Unknown);
        var open = isBusy ? 0 : Sum(messages, MessageState.Accepted);
        return new DeliveryQuality(settled + open, Sum(messages, MessageState.Delivered));
    }

    private async Task<long> OptedOutAsync(MessageCampaign campaign, MessageCampaignTerms terms, CancellationToken cancel) =>
        campaign.StartedAt is not { } start ? 0 : await (
            from message in db.Messages
            join recipient in db.Recipients on message.RecipientId equals recipient.Id
            where message.BatchId == campaign.Id && recipient.OptedOutAt >= message.HandedOverAt
                && recipient.OptedOutAt < start.AddDays(terms.ResultDays)
            select message.Id).LongCountAsync(cancel);

    private async Task<CampaignEffect> EffectAsync(MessageCampaign campaign, MessageCampaignTerms terms, CancellationToken cancel)
    {
        if (campaign.StartedAt is not { } start) return default;
        var spend = receipts.SpendBetween(start, start.AddDays(terms.ResultDays));
        var (written, heldOut) = (Of(campaign, CampaignMember.Written), Of(campaign, RecipientState.HeldOut));
        return new CampaignEffect(
            await written.LongCountAsync(cancel), (await sets.SumAsync(KeySet.Of(written), spend, cancel)).Sum,
            await heldOut.LongCountAsync(cancel), (await sets.SumAsync(KeySet.Of(heldOut), spend, cancel)).Sum);
    }

    private IQueryable<Guid> Of(MessageCampaign campaign, params RecipientState[] states) => db.CampaignMembers.AsNoTracking()
        .Where(m => m.CampaignId == campaign.Id && EF.Parameter(states).Contains(m.State)).Select(m => m.MemberId);

    private static long Sum(IReadOnlyList<BatchCount> messages, params MessageState[] states) =>
        messages.Where(m => states.Contains(m.State)).Sum(m => m.MessageCount);

    internal sealed record Input(string Campaign) : IInput<Result>;

    /// <param name="Decisions">Members by what was decided of them; where figures are coarse, those that are told.</param>
    /// <param name="Tallies">Messages by state and reason; where figures are coarse, those that are told.</param>
    internal sealed record Result(
        CampaignView CampaignStanding, IReadOnlyList<Decided> Decisions, IReadOnlyList<BatchCount> Tallies, Outcomes Effects)
    {
        /// <summary>Of a draft as it is read here: whoever approves it gives it back. Null: it is no draft.</summary>
        public string? WordingMark { get; init; }
    }

    internal sealed record Decided(RecipientState State, long Members);
}

/// <summary>What came of a campaign so far. Where its figures are coarse, null is also what is not told.</summary>
/// <param name="Sent">Messages that the provider was given.</param>
/// <param name="Delivered">Messages that arrived; null where the channel, as e-mail, has no receipts.</param>
/// <param name="DeliveryShare">Of one, of those whose end is known; null while none is, or the channel has no receipts.</param>
/// <param name="IsAlarming">Fewer than 95 of a hundred arrived; never where nobody tells.</param>
/// <param name="OptedOut">Members who want no more since their message.</param>
/// <param name="VouchersUsed">Vouchers that paid at least once.</param>
/// <param name="VoucherDiscount">Yuan that vouchers paid.</param>
/// <param name="WrittenSales">Yuan that those who were written to spent in the days that count.</param>
/// <param name="HeldOutSales">Yuan that those who were not spent in them.</param>
/// <param name="ExtraSales">Yuan beyond what as many of those who were not written to spent; null: nobody was held out.</param>
/// <param name="MessageCost">Yuan; null where no package paid.</param>
/// <param name="Profit">Yuan; null where the margin is not known, or nobody was held out.</param>
internal sealed record Outcomes(
    long? Sent, long? Delivered, decimal? DeliveryShare, bool IsAlarming, long? OptedOut, long? VouchersIssued, long? VouchersUsed,
    Money? VoucherDiscount, long? Written, Money? WrittenSales, long? HeldOut, Money? HeldOutSales, Money? ExtraSales,
    Money? MessageCost, Money? Profit);
