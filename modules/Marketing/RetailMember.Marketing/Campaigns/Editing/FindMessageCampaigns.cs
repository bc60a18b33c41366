using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Campaigns.Results;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>The brand's campaigns, the newest first.</summary>
[Needs(MarketingRights.ViewCampaigns)]
internal sealed class FindMessageCampaigns(MarketingDb db, CampaignShelf shelf, DeliveryBook deliveries)
    : Query<FindMessageCampaigns.Input, FindMessageCampaigns.Result>
{
    private const int Most = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Campaigns.AsNoTracking();
        if (input.State is { } state) found = found.Where(c => c.State == state);
        var campaigns = await found.OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancel);
        var quality = await deliveries.OfAsync(campaigns, cancel);
        return new Result(
            [.. (await shelf.ViewsAsync(campaigns, cancel)).Select(view => view with { IsAlarming = IsTold(view, quality) })]);
    }

    private static bool IsTold(CampaignView view, IReadOnlyDictionary<Guid, DeliveryQuality> quality) =>
        quality.TryGetValue(view.Batch, out var known) && known.IsAlarming
        && (!view.IsRounded || known.Sent >= ToldCount.Fewest);

    internal sealed record Input(MessageCampaignState? State = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<CampaignView> Campaigns);
}
