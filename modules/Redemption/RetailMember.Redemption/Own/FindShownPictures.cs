using RetailMember.Redemption.Catalogue.Pictures;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Own;

/// <summary>Which rewards have a picture, for any member of the brand.</summary>
[OwnMember]
internal sealed class FindShownPictures(PictureShelf shelf) : Query<FindShownPictures.Input, FindRewardPictures.Result>
{
    protected override Task<FindRewardPictures.Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        shelf.FindAsync(cancel);

    internal sealed record Input : IInput<FindRewardPictures.Result>;
}
