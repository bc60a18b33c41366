using System.Text.Json;
using FluentValidation;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Templates;

/// <summary>
/// Drafts a template or changes its draft. Of one that was approved this drafts the next revision: what is approved goes on
/// until that is approved too.
/// </summary>
[Needs(MarketingRights.EditTemplates)]
internal sealed class EditTemplate(MarketingDb db, TemplateShelf shelf) : UseCase<EditTemplate.Input, TemplateView>
{
    protected override async Task<TemplateView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var revisions = await shelf.LockAsync(input.Template, cancel);
        var draft = revisions is [{ State: TemplateState.Draft } latest, ..]
            ? latest
            : Make(input.Template, revisions.Count + 1, call);
        draft.Terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        (draft.Kind, draft.Channel) = (input.Terms.Kind, input.Terms.Channel);
        draft.Purpose = string.IsNullOrEmpty(input.Terms.Purpose) ? null : input.Terms.Purpose;
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

    /// <param name="Template">Its code.</param>
    internal sealed record Input(string Template, TemplateTerms Terms) : IInput<TemplateView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Template).IsMarketingCode();
            RuleFor(i => i.Terms).SetValidator(new TemplateTermsRules());
        }
    }
}
