using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>Which rewards have a picture, and in which version.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class FindRewardPictures(RedemptionDb db) : Query<FindRewardPictures.Input, FindRewardPictures.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await db.Rewards.Join(db.RewardPictures, r => r.Id, p => p.RewardId, (r, p) => new { r.Code, p.Hash })
            .ToDictionaryAsync(p => p.Code, p => p.Hash, cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="Versions">By code of the reward.</param>
    internal sealed record Result(IReadOnlyDictionary<string, string> Versions);
}
