using System.Text.Json;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Templates;

/// <summary>Keeps drafts of templates: one of each, beside what is approved.</summary>
internal sealed class TemplateDrafts(MarketingDb db, TemplateShelf shelf)
{
    /// <summary>Drafts a template, changes its draft, or drafts the next revision of one that is approved.</summary>
    public async Task<TemplateView> KeepAsync(string code, TemplateTerms terms, CallContext call, CancellationToken cancel)
    {
        var revisions = await shelf.LockAsync(code, cancel);
        var draft = revisions is [{ State: TemplateState.Draft } latest, ..] ? latest : Make(code, revisions.Count + 1, call);
        draft.Terms = JsonSerializer.Serialize(terms, Json.Options);
        (draft.Kind, draft.Channel) = (terms.Kind, terms.Channel);
        draft.Purpose = string.IsNullOrEmpty(terms.Purpose) ? null : terms.Purpose;
        (draft.EditedBy, draft.EditorId, draft.EditedAt) = (call.Caller.Name, call.Caller.Id, call.At);
        return TemplateView.Of(draft);
    }

    private MessageTemplate Make(string code, int revision, CallContext call)
    {
        var made = new MessageTemplate
        {
            Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Code = code, Revision = revision, Terms = "", EditedBy = "",
        };
        db.Templates.Add(made);
        return made;
    }
}
