using Microsoft.EntityFrameworkCore;
using RetailMember.Campaigns.Awards;
using RetailMember.Campaigns.Data;
using RetailMember.Campaigns.Rules;
using RetailMember.UseCases;

namespace RetailMember.Campaigns.Editing;

/// <summary>The brand's campaigns by code, each with what it has given.</summary>
[Needs(CampaignsPermissions.ViewCampaigns)]
internal sealed class FindCampaigns(CampaignsDb db) : Query<FindCampaigns.Input, FindCampaigns.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Campaigns.AsNoTracking();
        if (input.State is { } state) found = found.Where(c => c.State == state);
        if (input.Kind is { } kind) found = found.Where(c => c.Kind == kind);
        var campaigns = await found.OrderBy(c => c.Code).ToListAsync(cancel);
        Guid[] ids = [.. campaigns.Select(c => c.Id)];
        var versions = (await db.CampaignVersions.AsNoTracking()
            .Where(v => EF.Parameter(ids).Contains(v.CampaignId)).ToListAsync(cancel)).ToLookup(v => v.CampaignId);
        return new Result([.. campaigns.Select(c => CampaignView.Of(c, [.. versions[c.Id]]))]);
    }

    internal sealed record Input : IInput<Result>
    {
        public CampaignState? State { get; init; }

        public CampaignKind? Kind { get; init; }
    }

    internal sealed record Result(IReadOnlyList<CampaignView> Campaigns);
}

/// <summary>One campaign with all its versions, and what its examples come to.</summary>
[Needs(CampaignsPermissions.ViewCampaigns)]
internal sealed class ReadCampaign(CampaignsDb db, CampaignShelf shelf) : Query<ReadCampaign.Input, ReadCampaign.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var campaign = await shelf.FindAsync(input.Campaign, cancel);
        var versions = await db.CampaignVersions.AsNoTracking()
            .Where(v => v.CampaignId == campaign.Id).OrderByDescending(v => v.Number).ToListAsync(cancel);
        return new Result(
            CampaignView.Of(campaign, versions),
            [
                .. versions.Select(v => (Row: v, Terms: CampaignShelf.TermsOf(v.Terms))).Select(v => new Wording(
                    v.Row.Number, v.Row.State, v.Terms, ExampleRun.Of(v.Terms), v.Row.EditedBy, v.Row.EditedAt, v.Row.ActivatedAt)),
            ]);
    }

    internal sealed record Input(string Campaign) : IInput<Result>;

    /// <param name="Wordings">Newest first.</param>
    internal sealed record Result(CampaignView Overview, IReadOnlyList<Wording> Wordings);

    /// <param name="Runs">What its examples come to.</param>
    /// <param name="EditedAt">UTC.</param>
    /// <param name="ActivatedAt">UTC.</param>
    internal sealed record Wording(
        int Version,
        CampaignVersionState State,
        CampaignTerms Terms,
        IReadOnlyList<ExampleRun> Runs,
        string EditedBy,
        DateTime EditedAt,
        DateTime? ActivatedAt);
}
