using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Templates;

/// <summary>Finds templates of the session's brand by code, revision and purpose.</summary>
internal sealed class TemplateShelf(MarketingDb db, IRows rows)
{
    public static TemplateTerms TermsOf(MessageTemplate template) =>
        JsonSerializer.Deserialize<TemplateTerms>(template.Terms, Json.Options)!;

    /// <summary>A template's latest revision, or the one that is named.</summary>
    public async Task<MessageTemplate> FindAsync(string code, int? revision, CancellationToken cancel) =>
        await db.Templates.AsNoTracking().Where(t => t.Code == code && (revision == null || t.Revision == revision))
            .OrderByDescending(t => t.Revision).FirstOrDefaultAsync(cancel)
        ?? throw new Refusal("marketing.template-not-found", RefusalKind.NotFound, ("template", code));

    /// <summary>The words that would be sent by now: approved ones where there are some. Null where there is no such template.</summary>
    public Task<MessageTemplate?> InUseAsync(string code, CancellationToken cancel) =>
        db.Templates.AsNoTracking().Where(t => t.Code == code)
            .OrderByDescending(t => t.State == TemplateState.Approved).ThenByDescending(t => t.Revision)
            .FirstOrDefaultAsync(cancel);

    /// <summary>All of a template's revisions, latest first, to be changed by one at a time; empty where there is none.</summary>
    /// <remarks>
    /// With it those of all that have one of its purposes: of two that are approved for one at once, the second finds the first.
    /// </remarks>
    public async Task<IReadOnlyList<MessageTemplate>> LockAsync(string code, CancellationToken cancel)
    {
        Guid[] found = await db.Templates
            .Where(t => t.Code == code
                || (t.Purpose != null && db.Templates.Any(o => o.Code == code && o.Purpose == t.Purpose && o.Channel == t.Channel)))
            .Select(t => t.Id).ToArrayAsync(cancel);
        await rows.LockAsync<MessageTemplate, Guid>(t => t.Id, found, cancel);
        return await db.Templates.Where(t => t.Code == code).OrderByDescending(t => t.Revision).ToListAsync(cancel);
    }

    /// <summary>The approved words for one of the product's own messages; null where there are none.</summary>
    public Task<MessageTemplate?> ForPurposeAsync(string purpose, MessageChannel channel, CancellationToken cancel) =>
        db.Templates.AsNoTracking()
            .Where(t => t.Purpose == purpose && t.Channel == channel && t.State == TemplateState.Approved)
            .FirstOrDefaultAsync(cancel);

    /// <summary>
    /// What a revision says. Where it lacks the provider's number for its words, and the very same words were approved with one
    /// since, it goes by that one.
    /// </summary>
    public async Task<TemplateTerms> CodedTermsOfAsync(MessageTemplate template, CancellationToken cancel)
    {
        var terms = TermsOf(template);
        if (terms.ProviderCode.Length > 0 || template.State != TemplateState.Replaced) return terms;
        var approved = await db.Templates.AsNoTracking().SingleOrDefaultAsync(
            t => t.Code == template.Code && t.Channel == template.Channel && t.State == TemplateState.Approved, cancel);
        return approved is not null && TermsOf(approved) is var now && now.SaysSameAs(terms)
            ? terms with { ProviderCode = now.ProviderCode }
            : terms;
    }

    /// <summary>Whether messages may go out in these words now: neither they nor their signature were withdrawn.</summary>
    public async Task<bool> MayGoAsync(MessageTemplate template, CancellationToken cancel)
    {
        if (template.State is not (TemplateState.Approved or TemplateState.Replaced)) return false;
        var signature = TermsOf(template).Signature;
        return await db.Signatures.AnyAsync(s => s.Name == signature && s.State == TemplateState.Approved, cancel);
    }
}
