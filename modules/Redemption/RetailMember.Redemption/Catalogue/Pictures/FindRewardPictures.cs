using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue.Pictures;

/// <summary>Which rewards have a picture, and in which version.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class FindRewardPictures(PictureShelf shelf) : Query<FindRewardPictures.Input, FindRewardPictures.Result>
{
    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        shelf.FindAsync(cancel);

    internal sealed record Input : IInput<Result>;

    /// <param name="Versions">By code of the reward.</param>
    internal sealed record Result(IReadOnlyDictionary<string, string> Versions);
}
