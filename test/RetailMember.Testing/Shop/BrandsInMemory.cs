using RetailMember.Brands;

namespace RetailMember.Testing.Shop;

/// <summary>Brands with their stores, on which every module is switched on but those that a test switches off.</summary>
public sealed class BrandsInMemory(IReadOnlyList<Brand> brands, IReadOnlyList<Store> stores) : IBrandDirectory
{
    /// <summary>Names of modules that no brand has.</summary>
    public HashSet<string> Off { get; } = [];

    public IReadOnlyList<Brand> Brands => brands;

    public Brand? Find(string code) => brands.FirstOrDefault(b => b.Code == code);

    public Brand? Find(int id) => brands.FirstOrDefault(b => b.Id == id);

    public IReadOnlyList<Store> StoresOf(int brandId) => [.. stores.Where(s => s.BrandId == brandId)];

    public Store? FindStore(int brandId, string code) => stores.FirstOrDefault(
        s => s.BrandId == brandId && s.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    public Store? FindStore(int storeId) => stores.FirstOrDefault(s => s.Id == storeId);

    public bool IsOn(string module, int brandId, int? storeId) => !Off.Contains(module);
}
