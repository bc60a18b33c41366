using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.Pages.Forms;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Platform.Pages.Shared;

/// <summary>
/// The scope that a form chooses, as text: <c>chain</c>, <c>brand:pharmacy</c> or <c>store:pharmacy/north</c>. A brand's
/// page offers that brand and its stores, the chain's page everything in which the person may do it.
/// </summary>
internal sealed class ScopeChoices(IBrandDirectory brands, ModuleCatalogue modules, ITexts texts)
{
    private const string Chain = "chain";
    private const string BrandPrefix = "brand:";
    private const string StorePrefix = "store:";

    public IReadOnlyList<Choice> For(PageCall page, string permission)
    {
        var right = modules.PermissionNamed(permission);
        var choices = new List<Choice>();
        if (page.Context.Brand is null && page.May(permission)) choices.Add(new Choice(Chain, texts["platform.scope.chain"]));
        var offered = page.Context.Brand is { } own ? [own] : brands.Brands;
        foreach (var brand in offered.Where(b => page.Context.Caller.Can(right, b.Id, null)))
        {
            choices.Add(new Choice(BrandPrefix + brand.Code, texts.Format("platform.scope.brand", brand.Name)));
            choices.AddRange(brands.StoresOf(brand.Id).Where(s => !s.Closed)
                .Select(s => new Choice($"{StorePrefix}{brand.Code}/{s.Code}", $"{brand.Name} / {s.Name}")));
        }

        return choices;
    }

    /// <summary>What a row of rights says of its scope, as a form sends it back.</summary>
    public string Write(int? brandId, int? storeId) =>
        brandId is not { } id ? Chain
        : storeId is { } store ? $"{StorePrefix}{brands.Find(id)?.Code}/{brands.FindStore(store)?.Code}"
        : BrandPrefix + brands.Find(id)?.Code;

    /// <summary>The page's call in the name of the chosen brand, and the code of the chosen store.</summary>
    public (PageCall Call, string? StoreCode) Read(string scope, PageCall page)
    {
        if (scope == Chain) return (page.In(null), null);
        if (scope.StartsWith(BrandPrefix, StringComparison.Ordinal))
            return (page.In(BrandOf(scope[BrandPrefix.Length..], page)), null);
        return scope.StartsWith(StorePrefix, StringComparison.Ordinal)
            && scope[StorePrefix.Length..].Split('/', 2) is [var brand, var store]
                ? (page.In(BrandOf(brand, page)), store)
                : throw Refusal.Invalid("scope", "field.malformed");
    }

    private Brand BrandOf(string code, PageCall page) =>
        brands.Find(code) is { } brand && page.Context.Caller.MayEnter(brand.Id)
            ? brand
            : throw new Refusal("brand.not-found", RefusalKind.NotFound, ("brand", code));
}
