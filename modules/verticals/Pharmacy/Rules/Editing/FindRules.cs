using RetailMember.Rules;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>All versions of the club's rules, the newest first, each with its examples run.</summary>
[Needs(PharmacyPermissions.ViewClub)]
internal sealed class FindRules(ClubRules rules) : Query<FindRules.Input, FindRules.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await rules.AllAsync(call.At, cancel));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<RulesView<ClubTerms>> Versions);
}
