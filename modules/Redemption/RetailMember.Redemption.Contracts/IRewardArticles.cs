using RetailMember.Texts;

namespace RetailMember.Redemption;

/// <summary>
/// Which goods the catalogue of the session's current brand has, for modules that know articles of its assortment. Writes
/// nothing.
/// </summary>
public interface IRewardArticles
{
    /// <summary>Every reward that is goods and was not withdrawn, by code, whether or not an edition offers it.</summary>
    Task<IReadOnlyList<RewardArticle>> OfGoodsAsync(CancellationToken cancel);
}

/// <summary>Goods of the catalogue.</summary>
/// <param name="Reward">Its code.</param>
/// <param name="Article">Code of the article that it is, as it was typed; null where it says none.</param>
public sealed record RewardArticle(string Reward, LocalName Name, string? Article);
