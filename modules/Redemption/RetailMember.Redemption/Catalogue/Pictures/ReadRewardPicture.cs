using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>A reward's picture.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class ReadRewardPicture(RedemptionDb db) : Query<ReadRewardPicture.Input, ReadRewardPicture.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        await db.Rewards.Where(r => r.Code == input.Reward)
            .Join(db.RewardPictures, r => r.Id, p => p.RewardId, (r, p) => new Result(p.ContentType, p.Hash) { Content = p.Content })
            .SingleOrDefaultAsync(cancel)
        ?? throw new Refusal("redemption.picture-not-found", RefusalKind.NotFound, ("reward", input.Reward));

    internal sealed record Input(string Reward) : IInput<Result>;

    internal sealed record Result(string ContentType, string Hash)
    {
        [JsonIgnore]
        public byte[] Content { get; init; } = [];
    }
}
