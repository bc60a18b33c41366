using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Pages;
using RetailMember.People;
using RetailMember.Texts;

namespace RetailMember.Platform.Pages.Navigation;

/// <summary>The side navigation: what the running modules offer, as far as the caller may go and the brand has it on.</summary>
internal sealed class Menus(ModuleCatalogue modules, IBrandDirectory brands, ITexts texts)
{
    /// <param name="brand">Null for the pages of the chain.</param>
    /// <param name="path">Of the present request, to mark the entry that it belongs to.</param>
    public IReadOnlyList<ShellMenu> For(Caller caller, Brand? brand, string path)
    {
        var groups = modules.Running
            .Select(m => (Module: m.Name, Items: ItemsOf(m, caller, brand)))
            .Where(g => g.Items.Count > 0)
            .OrderBy(g => g.Items[0].Order)
            .ToList();
        var active = groups.SelectMany(g => g.Items).Select(i => AddressOf(i, brand))
            .Where(a => path == a || path.StartsWith(a + "/", StringComparison.OrdinalIgnoreCase))
            .MaxBy(a => a.Length);
        return [.. groups.Select(g => new ShellMenu(texts["module." + g.Module], [.. g.Items.Select(Link)]))];

        ShellLink Link(MenuItem item)
        {
            var address = AddressOf(item, brand);
            return new ShellLink(texts[item.Text], address, item.Icon, address == active);
        }
    }

    /// <summary>Where somebody begins; null where he may go nowhere.</summary>
    public string? HomeOf(Caller caller)
    {
        Brand?[] places = [null, .. brands.Brands.Where(b => caller.MayEnter(b.Id))];
        return places.Select(place => FirstOf(caller, place)).FirstOrDefault(address => address is not null);
    }

    public string? FirstOf(Caller caller, Brand? brand) =>
        For(caller, brand, "").SelectMany(m => m.Links).FirstOrDefault()?.Address;

    private List<MenuItem> ItemsOf(LoadedModule module, Caller caller, Brand? brand) =>
        brand is not null && !brands.IsOn(module.Name, brand.Id, null)
            ? []
            :
            [
                .. module.Description.Menu
                    .Where(i => i.ForChain == brand is null)
                    .Where(i => caller.Can(modules.PermissionNamed(i.Permission), brand?.Id, null))
                    .OrderBy(i => i.Order),
            ];

    private static string AddressOf(MenuItem item, Brand? brand) => PageAddress.Of(brand, item.Path);
}
