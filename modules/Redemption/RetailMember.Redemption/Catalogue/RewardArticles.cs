using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Catalogue;

/// <inheritdoc cref="IRewardArticles" />
internal sealed class RewardArticles(RedemptionDb db) : IRewardArticles
{
    public async Task<IReadOnlyList<RewardArticle>> OfGoodsAsync(CancellationToken cancel) =>
    [
        .. (await db.Rewards.AsNoTracking().Where(r => !r.Withdrawn).OrderBy(r => r.Code).ToListAsync(cancel))
            .Select(r => (r.Code, Terms: CatalogueShelf.TermsOf(r))).Where(r => r.Terms.Kind == RewardKind.Goods)
            .Select(r => new RewardArticle(r.Code, r.Terms.Name, r.Terms.Article)),
    ];
}
