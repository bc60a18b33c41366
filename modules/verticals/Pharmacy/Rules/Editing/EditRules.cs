using FluentValidation;
using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>Drafts the next version of the club's rules, or changes its draft. What is in force is never edited.</summary>
[Needs(PharmacyPermissions.EditRules)]
internal sealed class EditRules(ClubRules rules) : UseCase<EditRules.Input, RulesView<ClubTerms>>
{
    protected override Task<RulesView<ClubTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        rules.EditAsync(input.Terms, input.WordingMark, call, cancel);

    /// <param name="WordingMark">Of the newest version as it was read; left out: only a draft of one's own is changed.</param>
    internal sealed record Input(ClubTerms Terms, string? WordingMark = null) : IInput<RulesView<ClubTerms>>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Terms).SetValidator(new ClubTermsRules());
    }
}
