using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Templates;

/// <summary>
/// Drafts a template or changes its draft. Of one that was approved this drafts the next revision: what is approved goes on
/// until that is approved too.
/// </summary>
[Needs(MarketingRights.EditTemplates)]
internal sealed class EditTemplate(TemplateDrafts drafts) : UseCase<EditTemplate.Input, TemplateView>
{
    protected override Task<TemplateView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        drafts.KeepAsync(input.Template, input.Terms, call, cancel);

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
