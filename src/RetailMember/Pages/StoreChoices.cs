using RetailMember.Brands;
using RetailMember.Pages.Forms;

namespace RetailMember.Pages;

/// <summary>The stores of a page's brand, as its forms and lists need them.</summary>
public static class StoreChoices
{
    /// <summary>Those in which whoever asks has a right.</summary>
    public static IReadOnlyList<Store> For(this IBrandDirectory brands, PageCall page, string permission)
    {
        var brand = page.Context.RequiredBrand.Id;
        var limited = page.Context.Caller.StoresOf(permission, brand);
        return [.. brands.StoresOf(brand).Where(s => limited?.Contains(s.Id) ?? true)];
    }

    /// <summary>By code, each with its name.</summary>
    public static IReadOnlyList<Choice> AsChoices(this IEnumerable<Store> stores) =>
        [.. stores.Select(s => new Choice(s.Code, s.Name))];

    /// <summary>Names by code, for lists whose rows carry codes.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(this IBrandDirectory brands, PageCall page) =>
        brands.StoresOf(page.Context.RequiredBrand.Id).ToDictionary(s => s.Code, s => s.Name);
}
