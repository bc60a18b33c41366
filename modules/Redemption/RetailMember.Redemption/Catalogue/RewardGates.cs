using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>
/// Asks every module that is on what may never be given. While one of them is out of service, or cannot even be loaded, nothing
/// is given that it might forbid.
/// </summary>
internal sealed class RewardGates(IEnumerable<IRewardGate> gates, ModuleSwitches modules)
{
    private readonly IRewardGate[] inOrder =
        [.. gates.OrderBy(g => g.Order).ThenBy(g => g.GetType().FullName, StringComparer.Ordinal)];

    /// <summary>Why rewards may not be given, by their codes.</summary>
    public async Task<IReadOnlyDictionary<string, Refusal>> RefusedAsync(
        IEnumerable<(string Code, RewardTerms Terms)> rewards, CancellationToken cancel)
    {
        var refused = new Dictionary<string, Refusal>();
        string[] missing = [.. modules.Missing<IRewardGate>()];
        IRewardGate[] here = [.. inOrder.Where(g => modules.IsOutOfOrder(g.Module) || modules.IsOn(g.Module))];
        if (missing.Length + here.Length == 0) return refused;
        GatedReward[] asked =
            [.. rewards.Select(r => new GatedReward(r.Code, r.Terms.Article, r.Terms.Kind == RewardKind.Goods))];
        if (asked.Length == 0) return refused;
        foreach (var gate in here)
            Add(modules.IsOutOfOrder(gate.Module) ? Unasked(gate.Module, asked) : await gate.RefusedAsync(asked, cancel));
        foreach (var module in missing) Add(Unasked(module, asked));
        return refused;

        void Add(IReadOnlyDictionary<string, Refusal> answer)
        {
            foreach (var (reward, no) in answer) refused.TryAdd(reward, no);
        }
    }

    /// <summary>Why one reward may not be given; null where it may.</summary>
    public async Task<Refusal?> RefusalAsync(string code, RewardTerms terms, CancellationToken cancel) =>
        (await RefusedAsync([(code, terms)], cancel)).GetValueOrDefault(code);

    // What names an article of the shop stands for goods, of whatever kind the reward is.
    private static Dictionary<string, Refusal> Unasked(string module, GatedReward[] rewards) =>
        rewards.Where(r => r.IsGoods || r.Article is not null).Select(r => r.Reward).Distinct().ToDictionary(
            reward => reward,
            reward => new Refusal(
                "redemption.gate-out-of-order", RefusalKind.Conflict, ("reward", reward), ("module", module)));
}
