using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Redemption;

/// <summary>
/// A seam of the catalogue: a module says what may never be had for points or as a gift, such as what a law forbids to give
/// away. Asked when a reward is edited, when an edition offers it, when it is redeemed, when it is promised as a gift, and
/// when it is handed out, only where the module is on for the brand; it reads and does not write. Every gate can refuse; of
/// several refusals the first by <see cref="Order"/>, ties by type name, is told. One that throws lets nothing through: what
/// a law forbids is not given because a question failed. While its module is on for the brand but out of service, or its
/// plug-in lies in its folder and cannot be loaded, it is not asked, and goods are refused
/// (<c>redemption.gate-out-of-order</c>).
/// </summary>
[Seam(EvenWithoutTables = true)]
public interface IRewardGate
{
    /// <summary>The module that knows it.</summary>
    string Module { get; }

    int Order { get; }

    /// <summary>Why rewards may not be given, by their codes; what may be given is absent.</summary>
    ValueTask<IReadOnlyDictionary<string, Refusal>> RefusedAsync(
        IReadOnlyCollection<GatedReward> rewards, CancellationToken cancel);
}

/// <summary>A reward before a gate.</summary>
/// <param name="Reward">Its code.</param>
/// <param name="Article">Code of the article of the shop's assortment that it is; null where it says none.</param>
/// <param name="IsGoods">It is something that is handed out.</param>
public sealed record GatedReward(string Reward, string? Article, bool IsGoods);
