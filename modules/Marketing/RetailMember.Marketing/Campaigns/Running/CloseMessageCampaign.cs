using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>
/// Ends a running campaign, and its batch, once nothing of it waits any more and the provider has told, or had its time to
/// tell, what became of every message; otherwise leaves it as it is. That too few of them arrived is said once in the log, too.
/// </summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed partial class CloseMessageCampaign(
    MarketingDb db, CampaignShelf shelf, MessageQueue queue, DeliveryBook deliveries, ILogger<CloseMessageCampaign> log)
    : UseCase<CloseMessageCampaign.Input, CampaignView>
{
    protected override async Task<CampaignView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.HoldAsync(input.Campaign, cancel);
        if (campaign.State == MessageCampaignState.Running && !await IsBusyAsync(campaign.Id, cancel))
        {
            await queue.CloseAsync(campaign.Id, cancel);
            if (await IsOverBudgetAsync(campaign.Id, cancel)) campaign.EndedFor = RecipientState.OverBudget;
            campaign.State = campaign.EndedFor is null ? MessageCampaignState.Finished : MessageCampaignState.Stopped;
            campaign.EndedAt = call.At;
            var quality = (await deliveries.OfAsync([campaign], cancel)).GetValueOrDefault(campaign.Id);
            if (quality is { IsAlarming: true, Sent: >= ToldCount.Fewest }) TooFewArrived(log, campaign.Code);
        }

        return await shelf.ViewAsync(campaign, cancel);
    }

    private async Task<bool> IsBusyAsync(Guid id, CancellationToken cancel) =>
        await db.CampaignMembers.AnyAsync(m => m.CampaignId == id && m.State == RecipientState.Waiting, cancel)
        || await queue.IsBusyAsync(id, cancel);

    private Task<bool> IsOverBudgetAsync(Guid id, CancellationToken cancel) => db.Messages.AnyAsync(
        m => m.BatchId == id && m.State == MessageState.Skipped && m.Reason == MessageReason.OverBudget, cancel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Fewer than 95 of a hundred messages of the campaign {Campaign} arrived")]
    private static partial void TooFewArrived(ILogger log, string campaign);

    internal sealed record Input(string Campaign) : IInput<CampaignView>;
}
