using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>Asks every module that is on what may never be given.</summary>
internal sealed class RewardGates(IEnumerable<IRewardGate> gates, ModuleSwitches modules)
{
    private readonly IRewardGate[] inOrder =
        [.. gates.OrderBy(g => g.Order).ThenBy(g => g.GetType().FullName, StringComparer.Ordinal)];

    /// <summary>Why rewards may not be given, by their codes.</summary>
    public async Task<IReadOnlyDictionary<string, Refusal>> RefusedAsync(
        IEnumerable<(string Code, RewardTerms Terms)> rewards, CancellationToken cancel)
    {
        var refused = new Dictionary<string, Refusal>();
        GatedReward[]? asked = null;
        foreach (var gate in inOrder.Where(g => modules.IsOn(g.Module)))
        {
            asked ??= [.. rewards.Select(r => new GatedReward(r.Code, r.Terms.Article, r.Terms.Kind == RewardKind.Goods))];
            if (asked.Length == 0) return refused;
            foreach (var (reward, no) in await gate.RefusedAsync(asked, cancel)) refused.TryAdd(reward, no);
        }

        return refused;
    }

    /// <summary>Why one reward may not be given; null where it may.</summary>
    public async Task<Refusal?> RefusalAsync(string code, RewardTerms terms, CancellationToken cancel) =>
        (await RefusedAsync([(code, terms)], cancel)).GetValueOrDefault(code);
}
