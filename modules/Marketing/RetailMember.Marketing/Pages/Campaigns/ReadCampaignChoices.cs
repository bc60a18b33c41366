using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Campaigns.Editing;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Templates;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Pages.Campaigns;

/// <summary>What the form of a campaign may choose from.</summary>
[Needs(MarketingRights.EditCampaigns)]
internal sealed class ReadCampaignChoices(MarketingDb db, SegmentShelf segments, IGiftChoices gifts, QuietHours hours)
    : Query<ReadCampaignChoices.Input, ReadCampaignChoices.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var templates = await db.Templates.AsNoTracking()
            .Where(t => t.State == TemplateState.Approved && t.Kind == TemplateKind.Marketing)
            .OrderBy(t => t.Code).ToListAsync(cancel);
        var given = await gifts.AtAsync(call.RequiredBrand.DateOf(call.At), cancel);
        return new Result(
            await segments.AllAsync(cancel),
            [
                .. templates.Where(t => CampaignParts.Untold(t) is null)
                    .Select(t => new Named(t.Code, TemplateShelf.TermsOf(t).Name)),
            ],
            [.. given.Where(g => g.Kind == GiftChoiceKind.Voucher).Select(g => new Named(g.Code, g.Name))],
            hours.Of(call.RequiredBrand));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Templates">Those whose words a campaign may have.</param>
    /// <param name="Vouchers">Those that can be issued.</param>
    /// <param name="Hours">In which messages go out.</param>
    internal sealed record Result(
        IReadOnlyList<SegmentView> Segments, IReadOnlyList<Named> Templates, IReadOnlyList<Named> Vouchers, SendingHours Hours);

    internal sealed record Named(string Code, string Name);
}
