using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Benefits.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Proposals;

/// <summary>Benefits that modules propose and that the brand has not taken over, by code.</summary>
[Needs(RedemptionPermissions.ViewBenefits)]
internal sealed class FindProposedBenefits(RedemptionDb db, ProposedShelf proposed)
    : Query<FindProposedBenefits.Input, FindProposedBenefits.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        proposed.Without<BenefitTerms>(
            call.RequiredBrand, ShelfKind.Benefit, await db.Benefits.Select(b => b.Code).ToListAsync(cancel), t => t.Name));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<ProposedItem> Proposed);
}
