using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>Takes a reward's picture away.</summary>
[Needs(RedemptionPermissions.EditCatalogue)]
internal sealed class RemoveRewardPicture(RedemptionDb db, CatalogueShelf shelf)
    : UseCase<RemoveRewardPicture.Input, RemoveRewardPicture.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var reward = await shelf.FindRewardAsync(input.Reward, cancel);
        var picture = await db.RewardPictures.SingleOrDefaultAsync(p => p.RewardId == reward.Id, cancel)
            ?? throw new Refusal("redemption.picture-not-found", RefusalKind.NotFound, ("reward", reward.Code));
        db.RewardPictures.Remove(picture);
        return new Result(reward.Code);
    }

    internal sealed record Input(string Reward) : IInput<Result>;

    internal sealed record Result(string Reward);
}
