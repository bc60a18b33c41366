using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Segments;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Campaigns.Editing;

/// <summary>What a campaign is made of must be there: a segment, and a template that another person has approved.</summary>
internal sealed class CampaignParts(MarketingDb db, SegmentShelf segments)
{
    /// <summary>
    /// Refuses <c>marketing.segment-not-found</c>, <c>marketing.template-not-approved</c>, and
    /// <c>marketing.budget-without-package</c>: without a package nobody knows what a message costs.
    /// </summary>
    public async Task<(Segment Segment, MessageTemplate Template)> RequireAsync(MessageCampaignTerms terms, CancellationToken cancel)
    {
        var segment = await segments.FindAsync(terms.Segment, cancel);
        var template = await db.Templates.AsNoTracking()
            .SingleOrDefaultAsync(t => t.Code == terms.Template && t.State == TemplateState.Approved, cancel)
            ?? throw new Refusal("marketing.template-not-approved", RefusalKind.Conflict, ("template", terms.Template));
        if (terms.Budget is not null && !await db.Packages.AnyAsync(cancel))
            throw new Refusal("marketing.budget-without-package", RefusalKind.Conflict);
        return (segment, template);
    }
}
