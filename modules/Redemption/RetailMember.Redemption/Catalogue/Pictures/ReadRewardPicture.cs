using System.Text.Json.Serialization;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>A reward's picture.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class ReadRewardPicture(PictureShelf shelf) : Query<ReadRewardPicture.Input, ReadRewardPicture.Result>
{
    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        shelf.ReadAsync(input.Reward, cancel);

    internal sealed record Input(string Reward) : IInput<Result>;

    internal sealed record Result(string ContentType, string Hash)
    {
        [JsonIgnore]
        public byte[] Content { get; init; } = [];
    }
}
