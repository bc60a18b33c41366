using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>One edition with what it offers.</summary>
[Needs(RedemptionPermissions.ViewCatalogue)]
internal sealed class ReadEdition(CatalogueShelf shelf) : Query<ReadEdition.Input, EditionView>
{
    protected override async Task<EditionView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        EditionView.Of(await shelf.FindEditionAsync(input.Edition, cancel));

    internal sealed record Input(string Edition) : IInput<EditionView>;
}
