using FluentValidation;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Rules.Editing;

/// <summary>Drafts the next version of the rules, or changes its draft. What is in force is never edited.</summary>
[Needs(ApparelPermissions.EditRules)]
internal sealed class EditRules(ApparelRules rules) : UseCase<EditRules.Input, RulesView<ApparelTerms>>
{
    protected override Task<RulesView<ApparelTerms>> RunAsync(Input input, CallContext call,
        CancellationToken cancel) =>
        rules.EditAsync(input.Terms, input.WordingMark, call, cancel);

    /// <param name="WordingMark">Of the newest version as it was read; left out: only a draft of one's own is changed.</param>
    internal sealed record Input(ApparelTerms Terms, string? WordingMark = null) : IInput<RulesView<ApparelTerms>>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Terms).SetValidator(new ApparelTermsRules());
    }
}
