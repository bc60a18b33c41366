using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Ladder;

/// <summary>The months whose rungs can still be claimed: for the page that counts one anew.</summary>
[Needs(ApparelPermissions.RunJobs)]
internal sealed class FindOpenMonths(ApparelRules rules) : Query<FindOpenMonths.Input, FindOpenMonths.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await rules.OpenMonthsAsync(call.RequiredBrand.DateOf(call.At), cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="Months">First days, this month's first.</param>
    internal sealed record Result(IReadOnlyList<DateOnly> Months);
}
