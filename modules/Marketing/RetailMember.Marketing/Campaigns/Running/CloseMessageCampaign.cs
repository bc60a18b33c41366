using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>
/// Ends a running campaign once nothing of it waits any more: with its budget used up or its words withdrawn at once, as
/// stopped for that reason; otherwise, with its batch, when the provider has told, or had its time to tell, what became of every
/// message. That too few of them arrived is said once in the log, too.
/// </summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed partial class CloseMessageCampaign(
    MarketingDb db, CampaignShelf shelf, MessageQueue queue, DeliveryBook deliveries, ILogger<CloseMessageCampaign> log)
    : UseCase<CloseMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        if (campaign.State != MessageCampaignState.Running || await IsGoingAsync(campaign.Id, cancel))
            return await shelf.ViewAsync(campaign, cancel);
        campaign.EndedFor ??= await CutShortForAsync(campaign.Id, cancel);
        var isBusy = await queue.IsBusyAsync(campaign.Id, cancel);
        if (campaign.EndedFor is { } reason) await shelf.StopAsync(campaign, reason, call, cancel);
        else if (!isBusy)
        {
            await queue.CloseAsync(campaign.Id, cancel);
            (campaign.State, campaign.EndedAt) = (MessageCampaignState.Finished, call.At);
        }

        if (campaign.EndedAt is not null && !isBusy)
        {
            var quality = (await deliveries.OfAsync([campaign], cancel)).GetValueOrDefault(campaign.Id);
            if (quality is { IsAlarming: true, Sent: >= ToldCount.Fewest }) TooFewArrived(log, campaign.Code);
        }

        return await shelf.ViewAsync(campaign, cancel);
    }

    private async Task<bool> IsGoingAsync(Guid id, CancellationToken cancel) =>
        await db.CampaignMembers.AnyAsync(m => m.CampaignId == id && m.State == RecipientState.Waiting, cancel)
        || await db.Messages.AnyAsync(
            m => m.BatchId == id && (m.State == MessageState.Queued || m.State == MessageState.HandingOver), cancel);

    /// <summary>Why some of those who were to read of it did not; null: all went as it was meant.</summary>
    private async Task<RecipientState?> CutShortForAsync(Guid id, CancellationToken cancel)
    {
        if (await HasSkippedAsync(id, MessageReason.OverBudget, cancel)) return RecipientState.OverBudget;
        return await HasSkippedAsync(id, MessageReason.TemplateNotApproved, cancel) ? RecipientState.WordsWithdrawn : null;
    }

    private Task<bool> HasSkippedAsync(Guid id, MessageReason reason, CancellationToken cancel) => db.Messages.AnyAsync(
        m => m.BatchId == id && m.State == MessageState.Skipped && m.Reason == reason, cancel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Fewer than 95 of a hundred messages of the campaign {Campaign} arrived")]
    private static partial void TooFewArrived(ILogger log, string campaign);

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}
