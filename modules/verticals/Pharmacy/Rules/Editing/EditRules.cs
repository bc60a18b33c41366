using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>Drafts the next version of the club's rules, or changes its draft. What is in force is never edited.</summary>
[Needs(PharmacyPermissions.EditRules)]
internal sealed class EditRules(ClubRules rules) : UseCase<EditRules.Input, EditRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new((await rules.DraftAsync(input.Terms, input.From, call, cancel)).Number, input.From);

    /// <param name="From">First business day on which it decides, once it is activated.</param>
    internal sealed record Input(ClubTerms Terms, DateOnly From) : IInput<Result>;

    internal sealed record Result(int Version, DateOnly From);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Terms).SetValidator(new ClubTermsRules());
            RuleFor(i => i.From).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2199, 12, 31));
        }
    }
}
