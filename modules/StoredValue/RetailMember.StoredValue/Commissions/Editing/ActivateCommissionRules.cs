using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>
/// Puts the draft into force from a moment on: sales that are delivered from then are judged by it. Its worked examples
/// must come true, and what it names must be there. What was earned before stays as it was.
/// </summary>
[Needs(SalesPermissions.ActivateCommissionRules)]
internal sealed class ActivateCommissionRules(CommissionRuleBook rulebook, NamedInRules named)
    : UseCase<ActivateCommissionRules.Input, RulesView<CommissionTerms>>
{
    protected override async Task<RulesView<CommissionTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var version = await rulebook.ActivateAsync(input.EffectiveFrom, input.WordingMark, call, cancel);
        await named.RequireKnownAsync(version.Wording, call.RequiredBrand.Id, cancel);
        return version;
    }

    /// <param name="EffectiveFrom">In the brand's time where it has no offset; left out: at once.</param>
    /// <param name="WordingMark">Of the draft as it was read; left out: whatever it says.</param>
    internal sealed record Input(DateTime? EffectiveFrom = null, string? WordingMark = null) : IInput<RulesView<CommissionTerms>>;
}
