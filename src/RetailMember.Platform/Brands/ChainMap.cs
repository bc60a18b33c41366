using System.Collections.Frozen;
using RetailMember.Brands;

namespace RetailMember.Platform.Brands;

/// <summary>Brands, stores and plug-in switches of the chain at one moment.</summary>
internal sealed class ChainMap
{
    private readonly FrozenDictionary<(string Module, int BrandId, int StoreId), bool> switches;
    private readonly FrozenSet<(string Module, int BrandId)> onSomewhere;

    public ChainMap(IEnumerable<Brand> brands, IEnumerable<Store> stores, IReadOnlyCollection<ModuleSwitch> switches)
    {
        Brands = [.. brands];
        BrandsByCode = Brands.ToFrozenDictionary(b => b.Code, StringComparer.OrdinalIgnoreCase);
        BrandsById = Brands.ToFrozenDictionary(b => b.Id);
        Store[] all = [.. stores];
        StoresById = all.ToFrozenDictionary(s => s.Id);
        // Of old codes that differ by letter case alone the first keeps the code.
        StoresByCode = all.OrderBy(s => s.Id).DistinctBy(s => (s.BrandId, StoreRow.KeyOf(s.Code)))
            .ToFrozenDictionary(s => (s.BrandId, StoreRow.KeyOf(s.Code)));
        StoresByBrand = all.GroupBy(s => s.BrandId).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        this.switches = switches.ToFrozenDictionary(s => (s.Module, s.BrandId, s.StoreId), s => s.On);
        onSomewhere = switches.Where(s => s.On).Select(s => (s.Module, s.BrandId)).ToFrozenSet();
    }

    public IReadOnlyList<Brand> Brands { get; }

    public FrozenDictionary<string, Brand> BrandsByCode { get; }

    public FrozenDictionary<int, Brand> BrandsById { get; }

    public FrozenDictionary<int, Store> StoresById { get; }

    public FrozenDictionary<(int BrandId, string Code), Store> StoresByCode { get; }

    public FrozenDictionary<int, Store[]> StoresByBrand { get; }

    /// <summary>
    /// For a store: its own switch, else the brand's. For the brand: on somewhere, a pilot store included.
    /// </summary>
    public bool IsSwitchedOn(string module, int brandId, int? storeId)
    {
        if (storeId is null) return onSomewhere.Contains((module, brandId));
        return switches.TryGetValue((module, brandId, storeId.Value), out var on)
            ? on
            : switches.GetValueOrDefault((module, brandId, ModuleSwitch.WholeBrand));
    }
}
