using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>Takes back a version of the club's rules before it decides; it is a draft again.</summary>
[Needs(PharmacyPermissions.ActivateRules)]
internal sealed class WithdrawRules(ClubRules rules) : UseCase<WithdrawRules.Input, RulesView<ClubTerms>>
{
    protected override Task<RulesView<ClubTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        rules.WithdrawAsync(input.Version, call, cancel);

    /// <param name="Version">One that is to come.</param>
    internal sealed record Input(int Version) : IInput<RulesView<ClubTerms>>;
}
