using Microsoft.EntityFrameworkCore;
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
    MarketingDb db, CampaignShelf shelf, CampaignParts parts, MessageQueue queue, PackageBook packages, CampaignPersons persons,
    CampaignLeavers left, IMemberReceipts receipts, IVoucherFigures vouchers, DeliveryBook deliveries)
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
        var used = await vouchers.OfIssuesAsync(
            RewardRecipients.PrefixOf(campaign.Id), EndOf(campaign, terms) ?? call.At, cancel);
        var cost = await packages.CostAsync(campaign.Id, messages.Sum(m => m.BilledParts), cancel);
        var effect = await EffectAsync(campaign, terms, cancel);
        var quality = await QualityAsync(campaign, cancel);
        var result = new Result(
            await shelf.ViewAsync(campaign, cancel), members, messages,
            new Outcomes(
                Sum(messages, DeliveryBook.Given),
                quality?.Delivered, quality is { Sent: > 0 } known ? known.Share : null, quality?.IsAlarming == true,
                await left.CountAsync(campaign, EndOf(campaign, terms), cancel), used.Issued, used.Used, new Money(used.DiscountFen),
                effect.Written, new Money(effect.WrittenFen), effect.HeldOut, new Money(effect.HeldOutFen), effect.Extra, cost,
                effect.Profit(terms.MarginPercent, cost, used.DiscountFen)))
        {
            WordingMark = mark,
        };
        return result.CampaignStanding.IsRounded ? CoarseFigures.Of(result) : result;
    }

    /// <summary>Null where the channel of its words does not tell what arrived.</summary>
    private async Task<DeliveryQuality?> QualityAsync(MessageCampaign campaign, CancellationToken cancel) =>
        campaign.TemplateId is null
            ? new DeliveryQuality()
            : (await deliveries.OfAsync([campaign], cancel)).TryGetValue(campaign.Id, out var known) ? known : null;

    private async Task<CampaignEffect> EffectAsync(MessageCampaign campaign, MessageCampaignTerms terms, CancellationToken cancel)
    {
        if (campaign.StartedAt is not { } start) return default;
        var sales = receipts.SalesBetween(start, start.AddDays(terms.ResultDays));
        var (written, heldOut) = await persons.OfAsync(campaign, cancel);
        var (to, without) = (await persons.SumAsync(written, sales, cancel), await persons.SumAsync(heldOut, sales, cancel));
        return new CampaignEffect(to.Count, to.Fen, without.Count, without.Fen);
    }

    /// <summary>Until when what came of it counts; null: it has not begun.</summary>
    private static DateTime? EndOf(MessageCampaign campaign, MessageCampaignTerms terms) =>
        campaign.StartedAt?.AddDays(terms.ResultDays);

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
/// <param name="IsAlarming">
/// Fewer than 95 of a hundred arrived; while it goes on, of at least a hundred whose end is known; never where nobody tells.
/// </param>
/// <param name="OptedOut">Members who want no more since their message, or took their consent back, in the days that count.</param>
/// <param name="VouchersUsed">Vouchers that paid at least once.</param>
/// <param name="VoucherDiscount">Yuan that vouchers paid in the days that count.</param>
/// <param name="WrittenSales">
/// Yuan for which those who were written to bought in the days that count, however they paid, vouchers included.
/// </param>
/// <param name="HeldOutSales">Yuan for which those who were not bought in them.</param>
/// <param name="ExtraSales">Yuan beyond what as many of those who were not written to bought; null: nobody was held out.</param>
/// <param name="MessageCost">Yuan; nothing where the channel is not billed; null where packages did not pay for all.</param>
/// <param name="Profit">Yuan; null where margin or cost is not known, or nobody was held out.</param>
internal sealed record Outcomes(
    long? Sent, long? Delivered, decimal? DeliveryShare, bool IsAlarming, long? OptedOut, long? VouchersIssued, long? VouchersUsed,
    Money? VoucherDiscount, long? Written, Money? WrittenSales, long? HeldOut, Money? HeldOutSales, Money? ExtraSales,
    Money? MessageCost, Money? Profit);
