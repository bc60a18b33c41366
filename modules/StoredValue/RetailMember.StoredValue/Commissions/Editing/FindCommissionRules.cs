using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>All wordings of the brand's commission rules, newest first, the usual rules last.</summary>
[Needs(SalesPermissions.ViewCommissions)]
internal sealed class FindCommissionRules(CommissionRuleBook rulebook) : Query<FindCommissionRules.Input, FindCommissionRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await rulebook.AllAsync(call.At, cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<RulesView<CommissionTerms>> Versions);
}
