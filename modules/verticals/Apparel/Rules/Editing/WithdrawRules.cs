using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Rules.Editing;

/// <summary>Takes back a version of the rules before it decides; it is a draft again.</summary>
[Needs(ApparelPermissions.ActivateRules)]
internal sealed class WithdrawRules(ApparelRules rules) : UseCase<WithdrawRules.Input, RulesView<ApparelTerms>>
{
    protected override Task<RulesView<ApparelTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        rules.WithdrawAsync(input.Version, call, cancel);

    /// <param name="Version">One that is to come.</param>
    internal sealed record Input(int Version) : IInput<RulesView<ApparelTerms>>;
}
