using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Results;

/// <summary>How far a campaign is, and nothing that takes longer to read: to be asked again and again while it runs.</summary>
[Needs(MarketingRights.ViewCampaigns)]
internal sealed class ReadCampaignProgress(MarketingDb db, CampaignShelf shelf, MessageQueue queue)
    : Query<ReadCampaignProgress.Input, ReadCampaignProgress.Result>
{
    private static readonly MessageState[] OnTheirWay = [MessageState.Queued, MessageState.HandingOver];

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.FindAsync(input.Campaign, cancel);
        var view = await shelf.ViewAsync(campaign, cancel);
        var messages = await queue.CountAsync(campaign.Id, cancel);
        var channel = await db.Templates.Where(t => t.Id == campaign.TemplateId).Select(t => (MessageChannel?)t.Channel)
            .SingleOrDefaultAsync(cancel);
        var hasReceipts = channel is not { } known || DeliveryQuality.IsKnownOf(known);
        return new Result(
            view, Told(DeliveryBook.Given), hasReceipts ? Told(MessageState.Delivered) : null, hasReceipts, Moves(view, messages),
            SettledOf(view, messages));

        long? Told(params MessageState[] states)
        {
            var count = messages.Where(m => states.Contains(m.State)).Sum(m => m.MessageCount);
            return view.IsRounded ? ToldCount.Coarse(count).Count : count;
        }
    }

    /// <summary>Whether something is decided or handed over at this time.</summary>
    public static bool Moves(CampaignView view, IEnumerable<BatchCount> messages) =>
        view is { State: MessageCampaignState.Running, AwaitsPackage: false, AwaitsConditions: false }
        && (view.Spread != view.Members || messages.Any(m => OnTheirWay.Contains(m.State)));

    /// <summary>Members for whom nothing is left to be done; null: not told.</summary>
    public static long? SettledOf(CampaignView view, IEnumerable<BatchCount> messages) => view is { IsRounded: false, Spread: { } spread }
        ? spread - messages.Where(m => OnTheirWay.Contains(m.State)).Sum(m => m.MessageCount)
        : null;

    internal sealed record Input(string Campaign) : IInput<Result>;

    /// <param name="Sent">Messages that the provider was given; null: not told.</param>
    /// <param name="Delivered">Those that arrived; null: not told.</param>
    /// <param name="HasReceipts">Its channel tells what arrived.</param>
    /// <param name="IsMoving">Something is decided or handed over at this time.</param>
    /// <param name="Settled">Members who get none, and those whose message was handed over or left out; null: not told.</param>
    internal sealed record Result(
        CampaignView CampaignStanding, long? Sent, long? Delivered, bool HasReceipts, bool IsMoving, long? Settled);
}
