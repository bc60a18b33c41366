using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Platform.Brands;

namespace RetailMember.Platform.Pages.Plugins;

/// <param name="Brand">Null for the chain.</param>
internal sealed record PluginListModel(FindModules.Result Found, IReadOnlyList<Brand> Brands, Brand? Brand, bool MayOpen)
{
    public IEnumerable<FindModules.Item> Plugins => Found.Items.Where(m => m.IsPlugin);

    public IEnumerable<FindModules.Item> Core => Found.Items.Where(m => !m.IsPlugin);

    /// <summary>Where the plug-in is on, somewhere in the brand at least.</summary>
    public IEnumerable<Brand> BrandsOf(FindModules.Item plugin) =>
        Brands.Where(b => (Brand is null || Brand.Id == b.Id) && plugin.Switches.Any(s => s.BrandId == b.Id && s.On));
}

internal sealed record PluginModel(FindModules.Item Plugin, IReadOnlyList<PluginBrand> Brands, bool MaySwitch, FormFaults Faults);

internal sealed record PluginBrand(Brand Brand, bool On, IReadOnlyList<PluginStore> Stores)
{
    public static PluginBrand Of(Brand brand, IReadOnlyList<Store> stores, FindModules.Item plugin)
    {
        var switches = plugin.Switches.Where(s => s.BrandId == brand.Id).ToList();
        return new PluginBrand(
            brand,
            switches.Any(s => s.StoreId is null && s.On),
            [
                .. stores.Where(s => !s.Closed)
                    .Select(s => new PluginStore(s, switches.FirstOrDefault(w => w.StoreId == s.Id)?.On)),
            ]);
    }
}

/// <param name="Own">Null where the brand's switch holds.</param>
internal sealed record PluginStore(Store Store, bool? Own);
