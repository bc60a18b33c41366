using RetailMember.Brands;
using RetailMember.Pages;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Shared;

/// <summary>The stores of the page's brand in which whoever asks has a right.</summary>
internal static class Stores
{
    public static IReadOnlyList<Store> For(this IBrandDirectory brands, PageCall page, string permission)
    {
        var brand = page.Context.RequiredBrand.Id;
        var limited = page.Context.Caller.StoresOf(permission, brand);
        return [.. brands.StoresOf(brand).Where(s => limited?.Contains(s.Id) ?? true)];
    }

    public static IReadOnlyList<Choice> AsChoices(this IEnumerable<Store> stores) =>
        [.. stores.Select(s => new Choice(s.Code, s.Name))];

    /// <summary>Names by code, for lists whose rows carry codes.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(this IBrandDirectory brands, PageCall page) =>
        brands.StoresOf(page.Context.RequiredBrand.Id).ToDictionary(s => s.Code, s => s.Name);
}
