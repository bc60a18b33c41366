using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Rules.Editing;

/// <summary>All versions of the rules, the newest first, each with its examples run, and what they may name.</summary>
[Needs(ApparelPermissions.ViewRules)]
internal sealed class FindRules(ApparelRules rules, RuleChoiceBook choices) : Query<FindRules.Input, FindRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await rules.AllAsync(call.At, cancel), await choices.OfAsync(call, cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<RulesView<ApparelTerms>> Versions, RuleChoices RuleChoices);
}
