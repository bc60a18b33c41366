using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Awards;

/// <summary>Fetches campaigns of the current brand with their terms opened.</summary>
internal sealed class CampaignShelf(CampaignsDb db)
{
    /// <summary>Those that give awards now, by code.</summary>
    public async Task<IReadOnlyList<KnownCampaign>> ActiveAsync(CancellationToken cancel, params CampaignKind[] kinds)
    {
        var found = await (
            from campaign in db.Campaigns.AsNoTracking()
            join version in db.CampaignVersions on new { Id = campaign.Id, campaign.Number }
                equals new { Id = version.CampaignId, version.Number }
            where campaign.State == CampaignState.Active && EF.Parameter(kinds).Contains(campaign.Kind)
            orderby campaign.Code
            select new { campaign.Id, campaign.Code, version.Number, version.Terms }).ToListAsync(cancel);
        return [.. found.Select(f => new KnownCampaign(f.Id, f.Code, f.Number, TermsOf(f.Terms)))];
    }

    /// <summary>Another that rewards the same now: a behaviour and a referral are rewarded by one campaign at a time.</summary>
    public async Task<KnownCampaign?> RivalAsync(Guid campaign, CampaignTerms terms, CancellationToken cancel) =>
        terms.Kind is CampaignKind.Behaviour or CampaignKind.Referral
            ? (await ActiveAsync(cancel, terms.Kind)).FirstOrDefault(o => o.Id != campaign && o.Terms.Behaviour == terms.Behaviour)
            : null;

    /// <summary>Versions that gave awards, whatever became of the campaign since.</summary>
    public async Task<IReadOnlyDictionary<(Guid Campaign, int Number), KnownCampaign>> OfVersionsAsync(
        IReadOnlyCollection<Guid> campaigns, CancellationToken cancel)
    {
        var found = await (
            from campaign in db.Campaigns.AsNoTracking()
            join version in db.CampaignVersions on campaign.Id equals version.CampaignId
            where EF.Parameter(campaigns).Contains(campaign.Id)
            select new { campaign.Id, campaign.Code, version.Number, version.Terms }).ToListAsync(cancel);
        return found.ToDictionary(f => (f.Id, f.Number), f => new KnownCampaign(f.Id, f.Code, f.Number, TermsOf(f.Terms)));
    }

    /// <summary>To be changed through the context.</summary>
    public async Task<Campaign> FindAsync(string code, CancellationToken cancel) =>
        await db.Campaigns.SingleOrDefaultAsync(c => c.Code == code, cancel)
        ?? throw new Refusal("campaigns.campaign-not-found", RefusalKind.NotFound, ("campaign", code));

    public static CampaignTerms TermsOf(string terms) => JsonSerializer.Deserialize<CampaignTerms>(terms, Json.Stored)!;
}

/// <summary>A version of a campaign.</summary>
internal sealed record KnownCampaign(Guid Id, string Code, int Number, CampaignTerms Terms);
