using FluentValidation;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>
/// Changes the draft of the brand's commission rules, or begins one: what is in force is never edited. Roles, card types and
/// campaigns that it names must be there, and every rate have sales that no earlier one takes.
/// </summary>
[Needs(SalesPermissions.EditCommissionRules)]
internal sealed class EditCommissionRules(CommissionRuleBook rulebook, NamedInRules named)
    : UseCase<EditCommissionRules.Input, RulesView<CommissionTerms>>
{
    protected override async Task<RulesView<CommissionTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await named.RequireKnownAsync(input.Terms, call.RequiredBrand.Id, cancel);
        RequireReachable(input.Terms.Rates);
        return await rulebook.EditAsync(input.Terms, input.WordingMark, call, cancel);
    }

    private static void RequireReachable(IReadOnlyList<CommissionRate> rates)
    {
        var faults =
            from late in rates.Index()
            let before = rates.Take(late.Index).Index().FirstOrDefault(early => early.Item.Covers(late.Item))
            where before.Item is not null
            select new FieldFault(
                $"terms.rates[{late.Index}].perMille", "storedvalue.rate-never-applies",
                ("row", late.Index + 1), ("earlier", before.Index + 1));
        if (faults.ToList() is { Count: > 0 } found) throw Refusal.Invalid(found);
    }

    /// <param name="WordingMark">Of the newest version as it was read; left out: only a draft of one's own is changed.</param>
    internal sealed record Input(CommissionTerms Terms, string? WordingMark = null) : IInput<RulesView<CommissionTerms>>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Terms).NotNull().SetValidator(new CommissionTermsRules());
    }
}
