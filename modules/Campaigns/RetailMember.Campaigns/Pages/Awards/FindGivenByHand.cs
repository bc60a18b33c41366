using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Editing;
using RetailMember.Campaigns.Rules;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Pages.Awards;

/// <summary>The campaigns by which staff may reward members now; what they have spent is head office's affair.</summary>
[Needs(CampaignsPermissions.AwardBehaviours)]
internal sealed class FindGivenByHand(CampaignsDb db) : Query<FindGivenByHand.Input, FindGivenByHand.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.AsNoTracking()
            .Where(c => c.State == CampaignState.Active && (c.Kind == CampaignKind.Behaviour || c.Kind == CampaignKind.Content))
            .OrderBy(c => c.Code).ToListAsync(cancel);
        Guid[] ids = [.. campaigns.Select(c => c.Id)];
        var versions = (await db.CampaignVersions.AsNoTracking()
            .Where(v => EF.Parameter(ids).Contains(v.CampaignId)).ToListAsync(cancel)).ToLookup(v => v.CampaignId);
        return new Result([.. campaigns.Select(c => CampaignView.Of(c, [.. versions[c.Id]]))]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<CampaignView> Campaigns);
}
