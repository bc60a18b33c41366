using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>Puts an edition before the members, from its first day on. Refuses where a module forbids one of its rewards.</summary>
[Needs(RedemptionPermissions.PublishEditions)]
internal sealed class PublishEdition(CatalogueShelf shelf) : UseCase<PublishEdition.Input, EditionView>
{
    protected override async Task<EditionView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        // What is put before members is what was looked at: nobody changes it meanwhile.
        await shelf.LockCalendarAsync(call.RequiredBrand.Id, cancel);
        var edition = await shelf.FindEditionAsync(input.Edition, cancel);
        if (edition.To < call.RequiredBrand.DateOf(call.At))
            throw new Refusal("redemption.edition-is-over", RefusalKind.Conflict, ("edition", edition.Code));
        if (CatalogueShelf.ItemsOf(edition).Count == 0)
            throw new Refusal("redemption.edition-is-empty", RefusalKind.Conflict, ("edition", edition.Code));
        // What came to be forbidden since it was edited is not put before members.
        await shelf.RequireAllowedAsync(CatalogueShelf.ItemsOf(edition), cancel);
        (edition.Published, edition.EditedBy, edition.EditedAt) = (true, call.Caller.Name, call.At);
        return EditionView.Of(edition);
    }

    internal sealed record Input(string Edition) : IInput<EditionView>;
}
