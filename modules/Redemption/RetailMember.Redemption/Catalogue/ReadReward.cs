using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>One reward with its stock, place by place.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class ReadReward(RedemptionDb db, CatalogueShelf shelf, IBrandDirectory brands)
    : Query<ReadReward.Input, ReadReward.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var reward = await shelf.FindRewardAsync(input.Reward, cancel);
        var stock = await db.RewardStocks.AsNoTracking().Where(s => s.RewardId == reward.Id).OrderBy(s => s.StoreId).ToListAsync(cancel);
        return new Result(
            reward.Code, CatalogueShelf.TermsOf(reward), reward.Withdrawn, reward.EditedBy, reward.EditedAt,
            [.. stock.Select(s => new Place(
                s.StoreId == RewardStock.Shared ? null : brands.FindStore(s.StoreId)?.Code, s.Supplied, s.Taken, s.Left))]);
    }

    internal sealed record Input(string Reward) : IInput<Result>;

    internal sealed record Result(
        string Reward, RewardTerms Terms, bool Withdrawn, string EditedBy, DateTime EditedAt, IReadOnlyList<Place> Stock);

    /// <param name="StoreCode">Its code; null for the stock that all stores share.</param>
    /// <param name="Supplied">All that was ever brought in.</param>
    /// <param name="Taken">What open and collected orders hold.</param>
    internal sealed record Place(string? StoreCode, long Supplied, long Taken, long StockLeft);
}
