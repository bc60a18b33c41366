using RetailMember.Brands;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Shared;

/// <summary>What the scope of a right is called: the chain, a brand, or a store of it.</summary>
internal sealed class ScopeNames(IBrandDirectory brands, ITexts texts)
{
    public string this[int? brandId, int? storeId] => brandId is not { } id
        ? texts["platform.scope.chain"]
        : storeId is { } store ? $"{NameOf(id)} / {brands.FindStore(store)?.Name}" : NameOf(id);

    private string NameOf(int brandId) => brands.Find(brandId)?.Name ?? "";
}
