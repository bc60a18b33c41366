using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Marketing.Templates;
using RetailMember.Redemption;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>
/// What a campaign is made of must be there and fit: a segment, commercial words that another person has approved and that
/// ask for nothing a campaign cannot tell, and a voucher that can be issued.
/// </summary>
internal sealed class CampaignParts(
    MarketingDb db, SegmentShelf segments, SegmentBook book, IKeySets sets, TemplateShelf templates, IGiftChoices gifts,
    VoucherSegments rewarded)
{
    /// <summary>
    /// What a draft must not name, whatever else is still to be made: refuses <c>marketing.campaign-commercial-only</c>,
    /// <c>marketing.campaign-cannot-tell</c>, <see cref="VoucherRefusals.DefinitionNotActive"/> and
    /// <see cref="VoucherSegments.Refused"/>.
    /// </summary>
    public async Task CheckAsync(MessageCampaignTerms terms, CallContext call, CancellationToken cancel)
    {
        if (await templates.InUseAsync(terms.Template, cancel) is { } template) RequireFit(template);
        await RequireVoucherAsync(terms, call, cancel);
    }

    /// <summary>
    /// As <see cref="CheckAsync"/>; refuses <c>marketing.segment-not-found</c>, <c>marketing.template-not-approved</c>,
    /// <c>marketing.signature-not-approved</c>, <c>marketing.segment-not-askable</c> while a condition of the segment cannot be
    /// asked, <c>marketing.campaign-too-few</c> where sensitive conditions are met by fewer than may be counted aloud, and
    /// <c>marketing.budget-without-package</c>: without a package nobody knows what a message costs.
    /// </summary>
    public async Task<(Segment Segment, MessageTemplate Template)> RequireAsync(
        MessageCampaignTerms terms, CallContext call, CancellationToken cancel)
    {
        var segment = await segments.FindAsync(terms.Segment, cancel);
        if (await templates.InUseAsync(terms.Template, cancel) is not { State: TemplateState.Approved } template)
            throw new Refusal("marketing.template-not-approved", RefusalKind.Conflict, ("template", terms.Template));
        RequireFit(template);
        if (!await templates.MayGoAsync(template, cancel))
            throw new Refusal(
                "marketing.signature-not-approved", RefusalKind.Conflict,
                ("signature", TemplateShelf.TermsOf(template).Signature));
        await RequireVoucherAsync(terms, call, cancel);
        await RequireEnoughAsync(segment, call, cancel);
        if (terms.Budget is not null && !await db.Packages.AnyAsync(cancel))
            throw new Refusal("marketing.budget-without-package", RefusalKind.Conflict);
        return (segment, template);
    }

    /// <summary>
    /// Of all that a draft would be approved with at this moment: its terms, its segment's version and its words. Whoever
    /// approves it says what he has read.
    /// </summary>
    public async Task<string> MarkAsync(MessageCampaign campaign, CancellationToken cancel)
    {
        var terms = MessageCampaignTerms.Read(campaign.Terms);
        var segment = await db.Segments.AsNoTracking().SingleOrDefaultAsync(s => s.Code == terms.Segment, cancel);
        return MarkOf(campaign, segment, await templates.InUseAsync(terms.Template, cancel));
    }

    /// <summary>See <see cref="MarkAsync"/>.</summary>
    public static string MarkOf(MessageCampaign campaign, Segment? segment, MessageTemplate? template) =>
        WordingMarks.Of(campaign.Id, campaign.Terms, segment?.Id, segment?.Number, template?.Id, template?.State);

    /// <summary>The words with which a campaign was approved.</summary>
    public Task<MessageTemplate> TemplateAsync(Guid template, CancellationToken cancel) =>
        db.Templates.AsNoTracking().SingleAsync(t => t.Id == template, cancel);

    /// <summary>Nobody gives values for a campaign's messages one by one.</summary>
    public static TemplateVariable? Untold(MessageTemplate template) =>
        TemplateShelf.TermsOf(template).Variables.FirstOrDefault(v => v.Source == VariableSource.Given);

    /// <summary>Whether the voucher that its words promise can be issued on a day; a campaign without one promises none.</summary>
    public async Task<bool> CanGiveAsync(MessageCampaignTerms terms, DateOnly day, CancellationToken cancel) =>
        terms.Voucher is not { } voucher
        || (await gifts.AtAsync(day, cancel)).Any(g => g.Kind == GiftChoiceKind.Voucher && g.Code == voucher);

    private static void RequireFit(MessageTemplate template)
    {
        MessageQueue.RequireCommercial(template.Kind, template.Code, MessageQueue.CampaignsAreCommercial);
        if (Untold(template) is { } unknown)
            throw new Refusal(
                "marketing.campaign-cannot-tell", RefusalKind.Conflict, ("variable", unknown.Name), ("template", template.Code));
    }

    private async Task RequireEnoughAsync(Segment segment, CallContext call, CancellationToken cancel)
    {
        var members = (await segments.TermsAsync(segment.Id, segment.Number, cancel)).Members;
        var known = await book.OpenAsync(cancel);
        if (!known.CanAsk(members))
            throw new Refusal("marketing.segment-not-askable", RefusalKind.Conflict, ("segment", segment.Code));
        if (!known.IsSensitive(members)) return;
        var set = known.Compile(members, call.RequiredBrand.DateOf(call.At));
        if ((await sets.FirstAsync(set, ToldCount.Fewest, cancel)).Count < ToldCount.Fewest)
            throw new Refusal("marketing.campaign-too-few", RefusalKind.Conflict, ("least", ToldCount.Fewest));
    }

    /// <summary>Issued from the day on which the campaign begins.</summary>
    private async Task RequireVoucherAsync(MessageCampaignTerms terms, CallContext call, CancellationToken cancel)
    {
        if (terms.Voucher is not { } voucher) return;
        await rewarded.CheckAsync(terms.Segment, voucher, cancel);
        var today = call.RequiredBrand.DateOf(call.At);
        var day = terms.StartsAt is { } at && DateOnly.FromDateTime(at) > today ? DateOnly.FromDateTime(at) : today;
        if (!await CanGiveAsync(terms, day, cancel))
            throw new Refusal(VoucherRefusals.DefinitionNotActive, RefusalKind.Conflict, ("definition", voucher));
    }
}
