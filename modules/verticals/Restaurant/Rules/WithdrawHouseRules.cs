using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Rules;

/// <summary>Takes back a version of the house rules before it decides; it is a draft again.</summary>
[Needs(RestaurantRights.ActivateRules)]
internal sealed class WithdrawHouseRules(HouseRuleBook rules) : UseCase<WithdrawHouseRules.Input, RulesView<HouseRules>>
{
    protected override Task<RulesView<HouseRules>> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        rules.WithdrawAsync(input.Version, call, cancel);

    /// <param name="Version">One that is to come.</param>
    internal sealed record Input(int Version) : IInput<RulesView<HouseRules>>;
}
