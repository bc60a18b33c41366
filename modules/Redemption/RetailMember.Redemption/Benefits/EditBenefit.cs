using FluentValidation;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Benefits;

/// <summary>Makes a benefit or changes it; members have it by its new terms at once. What was used stays used.</summary>
[Needs(RedemptionPermissions.EditBenefits)]
internal sealed class EditBenefit(BenefitEditor editor) : UseCase<EditBenefit.Input, BenefitView>
{
    protected override Task<BenefitView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        editor.WriteAsync(input, call, cancel);

    /// <param name="Benefit">Its code, such as <c>free-delivery</c>.</param>
    /// <param name="Withdrawn">Nobody has it any more.</param>
    internal sealed record Input(string Benefit, BenefitTerms Terms, bool Withdrawn = false) : IInput<BenefitView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Benefit).IsCode();
            RuleFor(i => i.Terms).SetValidator(new BenefitTermsRules());
        }
    }
}
