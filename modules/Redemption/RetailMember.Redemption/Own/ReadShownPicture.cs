using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>A reward's picture, for any member of the brand.</summary>
[OwnMember]
internal sealed class ReadShownPicture(PictureShelf shelf) : Query<ReadShownPicture.Input, ReadRewardPicture.Result>
{
    protected override Task<ReadRewardPicture.Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        shelf.ReadAsync(input.Reward, cancel);

    internal sealed record Input(string Reward) : IInput<ReadRewardPicture.Result>;
}
