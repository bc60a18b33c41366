using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>The pictures of the current brand's rewards.</summary>
internal sealed class PictureShelf(RedemptionDb db)
{
    public async Task<ReadRewardPicture.Result> ReadAsync(string reward, CancellationToken cancel) =>
        await db.Rewards.Where(r => r.Code == reward)
            .Join(
                db.RewardPictures, r => r.Id, p => p.RewardId,
                (r, p) => new ReadRewardPicture.Result(p.ContentType, p.Hash) { Content = p.Content })
            .SingleOrDefaultAsync(cancel)
        ?? throw new Refusal("redemption.picture-not-found", RefusalKind.NotFound, ("reward", reward));

    /// <summary>Which rewards have one, by their codes, and in which version.</summary>
    public async Task<FindRewardPictures.Result> FindAsync(CancellationToken cancel) =>
        new(await db.Rewards.Join(db.RewardPictures, r => r.Id, p => p.RewardId, (r, p) => new { r.Code, p.Hash })
            .ToDictionaryAsync(p => p.Code, p => p.Hash, cancel));
}
