using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Pages.Campaigns;

/// <summary>What the form of a campaign may choose from.</summary>
[Needs(MarketingRights.EditCampaigns)]
internal sealed class ReadCampaignChoices(MarketingDb db, SegmentShelf segments)
    : Query<ReadCampaignChoices.Input, ReadCampaignChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        await segments.AllAsync(cancel),
        await db.Templates.AsNoTracking().Where(t => t.State == TemplateState.Approved && t.Kind != TemplateKind.Code)
            .OrderBy(t => t.Code).Select(t => t.Code).ToListAsync(cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="Templates">Codes of those that are approved.</param>
    internal sealed record Result(IReadOnlyList<SegmentView> Segments, IReadOnlyList<string> Templates);
}
