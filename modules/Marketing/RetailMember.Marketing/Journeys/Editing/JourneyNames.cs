using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Deciding;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Marketing.Queue;
using RetailMember.Marketing.Segments;
using RetailMember.Marketing.Templates;
using RetailMember.Redemption;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Editing;

/// <summary>Checks what journeys name by its code: the segment, the words and the voucher that goes with them.</summary>
internal sealed class JourneyNames(
    MarketingDb db, SegmentShelf segments, JourneySegments members, TemplateShelf templates, IGiftChoices choices,
    VoucherSegments rewarded)
{
    /// <summary>
    /// All must be there, the words must not ask for what the journey cannot tell, and no voucher goes to a segment with sensitive
    /// conditions.
    /// </summary>
    public async Task RequireAsync(JourneyTerms terms, DateOnly today, CancellationToken cancel)
    {
        var template = await templates.InUseAsync(terms.Template, cancel)
            ?? throw new Refusal("marketing.template-not-found", RefusalKind.NotFound, ("template", terms.Template));
        Refuse(TemplateShelf.TermsOf(template), terms);
        if (terms.Segment is { } segment) await segments.FindAsync(segment, cancel);
        await rewarded.CheckAsync(terms.Segment, terms.Voucher, cancel);
        if (terms.Voucher is { } voucher && !await CanBeGivenAsync(voucher, today, cancel))
            throw new Refusal(VoucherRefusals.DefinitionNotActive, RefusalKind.Conflict, ("definition", voucher));
    }

    /// <summary>
    /// As <see cref="RequireAsync"/>, with words that another person has approved; refuses <c>marketing.segment-not-askable</c> while
    /// a condition of the segment cannot be asked.
    /// </summary>
    public async Task RequireApprovedAsync(JourneyTerms terms, DateOnly today, CancellationToken cancel)
    {
        if (!await db.Templates.AnyAsync(t => t.Code == terms.Template && t.State == TemplateState.Approved, cancel))
            throw new Refusal("marketing.template-not-approved", RefusalKind.Conflict, ("template", terms.Template));
        await RequireAsync(terms, today, cancel);
        if (terms.Segment is { } code && !await members.CanAskAsync(code, cancel))
            throw new Refusal("marketing.segment-not-askable", RefusalKind.Conflict, ("segment", code));
    }

    /// <summary>
    /// Of all that a draft would be put in force with at this moment: its terms, its segment's version and its words. Whoever
    /// activates it says what he has read.
    /// </summary>
    public async Task<string> MarkAsync(JourneyVersion draft, CancellationToken cancel)
    {
        var terms = JourneyTerms.Of(draft);
        var segment = terms.Segment is { } code
            ? await db.Segments.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancel)
            : null;
        var template = await templates.InUseAsync(terms.Template, cancel);
        return WordingMarks.Of(
            draft.JourneyId, draft.Number, draft.Terms, segment?.Id, segment?.Number, template?.Id, template?.State);
    }

    private static void Refuse(TemplateTerms words, JourneyTerms terms)
    {
        if (words.Kind == TemplateKind.Code)
            throw new Refusal("marketing.journey-no-codes", RefusalKind.Conflict, ("template", terms.Template));
        if (terms.IsCommercial) MessageQueue.RequireCommercial(words.Kind, terms.Template, JourneyTerms.NeedsCommercialWords);
        var told = terms.Trigger.Tells(terms.Voucher is not null);
        var asked = words.Variables.Where(v => v.Source == VariableSource.Given).Select(v => v.Name);
        if (asked.Except(told).FirstOrDefault() is { } unknown)
            throw new Refusal(
                "marketing.journey-cannot-tell", RefusalKind.Conflict, ("variable", unknown), ("template", terms.Template));
    }

    private async Task<bool> CanBeGivenAsync(string voucher, DateOnly today, CancellationToken cancel) =>
        (await choices.AtAsync(today, cancel)).Any(c => c.Kind == GiftChoiceKind.Voucher && c.Code == voucher);
}
