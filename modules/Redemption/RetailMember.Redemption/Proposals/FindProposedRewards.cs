using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Proposals;

/// <summary>Rewards that modules propose and that the brand has not taken over, by code.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class FindProposedRewards(RedemptionDb db, ProposedShelf proposed)
    : Query<FindProposedRewards.Input, FindProposedRewards.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        proposed.Without<RewardTerms>(
            call.RequiredBrand, ShelfKind.Reward, await db.Rewards.Select(r => r.Code).ToListAsync(cancel), t => t.Name));

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<ProposedItem> Proposed);
}
