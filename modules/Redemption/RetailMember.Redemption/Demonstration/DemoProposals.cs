using RetailMember.Redemption.Benefits;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Proposals;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Demonstration;

/// <summary>Takes over and offers what modules propose to a brand, but for one benefit that is left to be looked at.</summary>
internal sealed class DemoProposals(UseCaseEntry entry, CallContext call)
{
    /// <returns>The shelf with the rewards in front; goods are the article of their own code.</returns>
    public async Task<DemoShelf> TakeOverAsync(DemoShelf shelf, CancellationToken cancel)
    {
        foreach (var item in (await entry.RunAsync(new FindProposedBenefits.Input(), call, cancel)).Proposed.SkipLast(1))
            if (await entry.TryAsync(new TakeOverBenefit.Input(item.Code), call, cancel) is { Accepted: true } drafted)
                await entry.RunAsync(new EditBenefit.Input(item.Code, drafted.Value.Terms), call, cancel);
        var rewards = new List<(string Code, RewardTerms Terms)>();
        foreach (var item in (await entry.RunAsync(new FindProposedRewards.Input(), call, cancel)).Proposed)
            if (await entry.TryAsync(new TakeOverReward.Input(item.Code), call, cancel) is { Accepted: true } drafted)
                rewards.Add((item.Code, Offered(item.Code, drafted.Value.Terms)));
        return shelf with { Rewards = [.. rewards, .. shelf.Rewards] };
    }

    private static RewardTerms Offered(string code, RewardTerms drafted) =>
        drafted.Kind == RewardKind.Goods ? drafted with { Article = code } : drafted;
}
