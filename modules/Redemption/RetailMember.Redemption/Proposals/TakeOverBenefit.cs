using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Proposals;

/// <summary>
/// Makes a benefit as a module proposes it, withdrawn until head office has looked at it. A benefit that the brand has stays
/// as it is.
/// </summary>
[Needs(RedemptionPermissions.EditBenefits)]
internal sealed class TakeOverBenefit(RedemptionDb db, ProposedShelf proposed, BenefitEditor editor)
    : UseCase<TakeOverBenefit.Input, BenefitView>
{
    protected override async Task<BenefitView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var terms = proposed.TermsOf<BenefitTerms>(call.RequiredBrand, ShelfKind.Benefit, input.Benefit);
        if (await db.Benefits.AnyAsync(b => b.Code == input.Benefit, cancel)) throw ProposedShelf.There(input.Benefit);
        return await editor.WriteAsync(new EditBenefit.Input(input.Benefit, terms, Withdrawn: true), call, cancel);
    }

    /// <param name="Benefit">Code of a proposed one.</param>
    internal sealed record Input(string Benefit) : IInput<BenefitView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Benefit).IsCode();
    }
}
