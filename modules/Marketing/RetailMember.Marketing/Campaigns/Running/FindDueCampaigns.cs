using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Running;

/// <summary>Campaigns that run, or are to begin by now; what was due first comes first.</summary>
[Needs(MarketingRights.RunCampaigns)]
internal sealed class FindDueCampaigns(MarketingDb db) : Query<FindDueCampaigns.Input, FindDueCampaigns.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        await db.Campaigns.AsNoTracking()
            .Where(c => c.State == MessageCampaignState.Running
                || (c.State == MessageCampaignState.Scheduled && c.DueAt <= call.At))
            .OrderBy(c => c.DueAt).ThenBy(c => c.Id).Select(c => c.Code).ToListAsync(cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="Campaigns">Their codes.</param>
    internal sealed record Result(IReadOnlyList<string> Campaigns);
}
