using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>The brand's campaigns, the newest first.</summary>
[Needs(MarketingRights.ViewCampaigns)]
internal sealed class FindMessageCampaigns(MarketingDb db, CampaignShelf shelf)
    : Query<FindMessageCampaigns.Input, FindMessageCampaigns.Result>
{
    private const int Most = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Campaigns.AsNoTracking();
        if (input.State is { } state) found = found.Where(c => c.State == state);
        return new Result(await shelf.ViewsAsync(await found.OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancel), cancel));
    }

    internal sealed record Input(MessageCampaignState? State = null) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<CampaignView> Campaigns);
}
