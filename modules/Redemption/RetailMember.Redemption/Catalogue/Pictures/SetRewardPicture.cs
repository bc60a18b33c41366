using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>Gives a reward its picture, in place of the one it had.</summary>
[Needs(RedemptionPermissions.EditCatalogue)]
internal sealed class SetRewardPicture(RedemptionDb db, CatalogueShelf shelf)
    : UseCase<SetRewardPicture.Input, SetRewardPicture.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var reward = await shelf.FindRewardAsync(input.Reward, cancel);
        var file = PictureFile.Read(input.Content);
        var picture = await db.RewardPictures.SingleOrDefaultAsync(p => p.RewardId == reward.Id, cancel);
        if (picture is null)
            db.RewardPictures.Add(new RewardPicture
            {
                RewardId = reward.Id, BrandId = reward.BrandId, ContentType = file.ContentType, Hash = file.Hash, Content = file.Content,
            });
        else
            (picture.ContentType, picture.Hash, picture.Content) = (file.ContentType, file.Hash, file.Content);
        return new Result(reward.Code, file.ContentType, file.Width, file.Height, file.Content.Length);
    }

    internal sealed record Input(string Reward) : IInput<Result>
    {
        /// <summary>The file, as it was sent.</summary>
        [JsonIgnore]
        public byte[] Content { get; init; } = [];
    }

    /// <param name="Bytes">Without what was left out of the file.</param>
    internal sealed record Result(string Reward, string ContentType, int Width, int Height, int Bytes);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reward).NotEmpty().MaximumLength(RedemptionDb.CodeLength);
    }
}
