using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Templates;
using RetailMember.Redemption;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>
/// What a campaign is made of must be there and fit: a segment, commercial words that another person has approved and that
/// ask for nothing a campaign cannot tell, and a voucher that can be issued.
/// </summary>
internal sealed class CampaignParts(
    MarketingDb db, SegmentShelf segments, TemplateShelf templates, IGiftChoices gifts)
{
    /// <summary>
    /// What a draft must not name, whatever else is still to be made: refuses <c>marketing.campaign-commercial-only</c>,
    /// <c>marketing.campaign-cannot-tell</c> and <see cref="VoucherRefusals.DefinitionNotActive"/>.
    /// </summary>
    public async Task CheckAsync(MessageCampaignTerms terms, CallContext call, CancellationToken cancel)
    {
        if (await LatestAsync(terms.Template, cancel) is { } template) RequireFit(template);
        await RequireVoucherAsync(terms, call, cancel);
    }

    /// <summary>
    /// As <see cref="CheckAsync"/>; refuses <c>marketing.segment-not-found</c>, <c>marketing.template-not-approved</c>,
    /// <c>marketing.signature-not-approved</c>, and <c>marketing.budget-without-package</c>: without a package nobody knows
    /// what a message costs.
    /// </summary>
    public async Task<(Segment Segment, MessageTemplate Template)> RequireAsync(
        MessageCampaignTerms terms, CallContext call, CancellationToken cancel)
    {
        var segment = await segments.FindAsync(terms.Segment, cancel);
        if (await LatestAsync(terms.Template, cancel) is not { State: TemplateState.Approved } template)
            throw new Refusal("marketing.template-not-approved", RefusalKind.Conflict, ("template", terms.Template));
        RequireFit(template);
        if (!await templates.MayGoAsync(template, cancel))
            throw new Refusal(
                "marketing.signature-not-approved", RefusalKind.Conflict,
                ("signature", TemplateShelf.TermsOf(template).Signature));
        await RequireVoucherAsync(terms, call, cancel);
        if (terms.Budget is not null && !await db.Packages.AnyAsync(cancel))
            throw new Refusal("marketing.budget-without-package", RefusalKind.Conflict);
        return (segment, template);
    }

    /// <summary>The words that a campaign would have by now: approved ones where there are some.</summary>
    public Task<MessageTemplate?> LatestAsync(string code, CancellationToken cancel) =>
        db.Templates.AsNoTracking().Where(t => t.Code == code)
            .OrderByDescending(t => t.State == TemplateState.Approved).ThenByDescending(t => t.Revision)
            .FirstOrDefaultAsync(cancel);

    /// <summary>The words with which a campaign was approved.</summary>
    public Task<MessageTemplate> TemplateAsync(Guid template, CancellationToken cancel) =>
        db.Templates.AsNoTracking().SingleAsync(t => t.Id == template, cancel);

    /// <summary>Nobody gives values for a campaign's messages one by one.</summary>
    public static TemplateVariable? Untold(MessageTemplate template) =>
        TemplateShelf.TermsOf(template).Variables.FirstOrDefault(v => v.Source == VariableSource.Given);

    private static void RequireFit(MessageTemplate template)
    {
        MessageQueue.RequireCommercial(template);
        if (Untold(template) is { } unknown)
            throw new Refusal(
                "marketing.campaign-cannot-tell", RefusalKind.Conflict, ("variable", unknown.Name), ("template", template.Code));
    }

    /// <summary>Issued from the day on which the campaign begins.</summary>
    private async Task RequireVoucherAsync(MessageCampaignTerms terms, CallContext call, CancellationToken cancel)
    {
        if (terms.Voucher is not { } voucher) return;
        var today = call.RequiredBrand.DateOf(call.At);
        var day = terms.StartsAt is { } at && DateOnly.FromDateTime(at) > today ? DateOnly.FromDateTime(at) : today;
        if (!(await gifts.AtAsync(day, cancel)).Any(g => g.Kind == GiftChoiceKind.Voucher && g.Code == voucher))
            throw new Refusal(VoucherRefusals.DefinitionNotActive, RefusalKind.Conflict, ("definition", voucher));
    }
}
