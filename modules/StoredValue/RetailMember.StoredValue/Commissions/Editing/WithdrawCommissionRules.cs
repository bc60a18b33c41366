using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>Takes back a version of the commission rules before it decides; it is a draft again.</summary>
[Needs(SalesPermissions.ActivateCommissionRules)]
internal sealed class WithdrawCommissionRules(CommissionRuleBook rules) : UseCase<WithdrawCommissionRules.Input, RulesView<CommissionTerms>>
{
    protected override Task<RulesView<CommissionTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        rules.WithdrawAsync(input.Version, call, cancel);

    /// <param name="Version">One that is to come.</param>
    internal sealed record Input(int Version) : IInput<RulesView<CommissionTerms>>;
}
