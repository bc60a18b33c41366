using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Templates;

/// <summary>
/// Approves a drafted revision as it was read, in whose place the one before steps back. Not by who edited it last, not where
/// it was changed since, not before its signature is approved, and not without the provider's number for its words while the
/// gateway of its channel goes by that.
/// </summary>
[Needs(MarketingRights.ApproveTemplates)]
internal sealed class ApproveTemplate(MarketingDb db, TemplateShelf shelf, GatewayChoice gateways)
    : UseCase<ApproveTemplate.Input, TemplateView>
{
    protected override async Task<TemplateView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var revisions = await shelf.LockAsync(input.Template, cancel);
        var draft = Approval.Draft(
            revisions.FirstOrDefault(t => t.Revision == input.Revision), input.Template);
        Approval.RefuseOwn(draft.EditorId, draft.EditedBy, call);
        if (TemplateView.MarkOf(draft) != input.WordingMark)
            throw new Refusal("marketing.template-changed", RefusalKind.Conflict, ("template", input.Template));
        var terms = TemplateShelf.TermsOf(draft);
        gateways.RequireCode(terms);
        if (!await db.Signatures.AnyAsync(s => s.Name == terms.Signature && s.State == TemplateState.Approved, cancel))
            throw new Refusal("marketing.signature-not-approved", RefusalKind.Conflict, ("signature", terms.Signature));
        if (draft.Purpose is { } purpose
            && await shelf.ForPurposeAsync(purpose, draft.Channel, cancel) is { } other && other.Code != draft.Code)
            throw new Refusal("marketing.purpose-taken", RefusalKind.Conflict, ("purpose", purpose), ("template", other.Code));
        foreach (var former in revisions.Where(t => t.State == TemplateState.Approved)) former.State = TemplateState.Replaced;
        (draft.State, draft.DecidedBy, draft.DecidedAt) = (TemplateState.Approved, call.Caller.Name, call.At);
        return TemplateView.Of(draft);
    }

    /// <param name="Template">Its code.</param>
    /// <param name="WordingMark">Of the draft as it was read.</param>
    internal sealed record Input(string Template, int Revision, string WordingMark) : IInput<TemplateView>;
}

/// <summary>Nothing goes out in a template's words any more, not even what waits.</summary>
[Needs(MarketingRights.ApproveTemplates)]
internal sealed class WithdrawTemplate(TemplateShelf shelf) : UseCase<WithdrawTemplate.Input, TemplateView>
{
    protected override async Task<TemplateView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var revisions = await shelf.LockAsync(input.Template, cancel);
        if (revisions.Count == 0)
            throw new Refusal("marketing.template-not-found", RefusalKind.NotFound, ("template", input.Template));
        foreach (var one in revisions.Where(t => t.State != TemplateState.Withdrawn))
            (one.State, one.DecidedBy, one.DecidedAt) = (TemplateState.Withdrawn, call.Caller.Name, call.At);
        return TemplateView.Of(revisions[0]);
    }

    internal sealed record Input(string Template) : IInput<TemplateView>;
}

/// <summary>What templates and signatures share: a second pair of eyes.</summary>
internal static class Approval
{
    public static MessageTemplate Draft(MessageTemplate? found, string code) => found switch
    {
        null => throw new Refusal("marketing.template-not-found", RefusalKind.NotFound, ("template", code)),
        { State: not TemplateState.Draft } => throw new Refusal("marketing.not-a-draft", RefusalKind.Conflict),
        _ => found,
    };

    public static void RefuseOwn(Guid? editor, string editedBy, CallContext call)
    {
        if (call.Caller.Id == editor && call.Caller.Name == editedBy)
            throw new Refusal("marketing.own-draft", RefusalKind.Conflict);
    }
}
