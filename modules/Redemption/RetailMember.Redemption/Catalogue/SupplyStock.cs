using FluentValidation;
using RetailMember.Data;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>
/// Brings pieces of a reward in, or with a number below zero takes some out that nobody has ordered. What all stores share
/// is the business of who may supply all of them.
/// </summary>
[Needs(RedemptionPermissions.SupplyStock)]
internal sealed class SupplyStock(CatalogueShelf shelf, IRows rows) : UseCase<SupplyStock.Input, SupplyStock.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var reward = await shelf.FindRewardAsync(input.Reward, cancel);
        var place = Stocks.PlaceOf(CatalogueShelf.TermsOf(reward).Stock, call.Store?.Id)
            ?? throw new Refusal("redemption.reward-has-no-stock", RefusalKind.Conflict);
        if (place == RewardStock.Shared) call.RequireInBrand(RedemptionPermissions.SupplyStock);
        await rows.InsertMissingAsync(
            [new RewardStock { BrandId = reward.BrandId, RewardId = reward.Id, StoreId = place }], cancel);
        var stock = (await rows.LockAsync<RewardStock, Guid>(s => s.RewardId, [reward.Id], cancel)).Single(s => s.StoreId == place);
        if (stock.Left + input.Pieces < 0)
            throw new Refusal("redemption.stock-below-orders", RefusalKind.Conflict, ("left", stock.Left));
        stock.Supplied += input.Pieces;
        await rows.UpdateAsync([stock], [nameof(RewardStock.Supplied)], cancel);
        return new Result(reward.Code, call.Store?.Code, stock.Supplied, stock.Left);
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key supplies once.</summary>
        public required string Key { get; init; }

        public required string Reward { get; init; }

        /// <summary>Where each store has its own stock: which.</summary>
        public string? StoreCode { get; init; }

        /// <summary>Signed, not 0.</summary>
        public required long Pieces { get; init; }

        /// <summary>For the audit trail.</summary>
        public required string Reason { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="Supplied">All that was ever brought in.</param>
    /// <param name="StockLeft">What can still be ordered.</param>
    internal sealed record Result(string Reward, string? StoreCode, long Supplied, long StockLeft);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Pieces).NotEqual(0).InclusiveBetween(-1_000_000, 1_000_000);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
        }
    }
}
