using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Platform.Data;
using RetailMember.Platform.Snapshots;

namespace RetailMember.Platform.Brands;

/// <summary>Answers from memory; see <see cref="Snapshot{T}"/> for how it follows the tables.</summary>
internal sealed class BrandDirectory(
    ModuleCatalogue modules, IServiceScopeFactory scopes, ILogger<BrandDirectory> log)
    : Snapshot<ChainMap>("brands", scopes, log), IBrandDirectory
{
    public IReadOnlyList<Brand> Brands => Current.Brands;

    public Brand? Find(string code) => Current.BrandsByCode.GetValueOrDefault(code);

    public Brand? Find(int id) => Current.BrandsById.GetValueOrDefault(id);

    public IReadOnlyList<Store> StoresOf(int brandId) => Current.StoresByBrand.GetValueOrDefault(brandId) ?? [];

    public Store? FindStore(int brandId, string code) => Current.StoresByCode.GetValueOrDefault((brandId, StoreRow.KeyOf(code)));

    public Store? FindStore(int storeId) => Current.StoresById.GetValueOrDefault(storeId);

    public bool IsOn(string module, int brandId, int? storeId) =>
        modules.Find(module) is { IsPlugin: false }
        || ((modules.Find(module) is not null || modules.IsMissing(module)) && Current.IsSwitchedOn(module, brandId, storeId));

    protected override async Task<ChainMap> ReadAsync(PlatformDb db, CancellationToken cancel)
    {
        var brands = await db.Brands.AsNoTracking().OrderBy(b => b.Code).ToListAsync(cancel);
        var stores = await db.AcrossBrands<StoreRow>().AsNoTracking().OrderBy(s => s.Code).ToListAsync(cancel);
        var switches = await db.AcrossBrands<ModuleSwitch>().AsNoTracking().ToListAsync(cancel);
        return new ChainMap(
            brands.Select(b => new Brand(b.Id, b.Code, b.Name, TimeZoneInfo.FindSystemTimeZoneById(b.TimeZone))),
            stores.Select(s => new Store(s.Id, s.BrandId, s.Code, s.Name, s.Area) { Closed = s.Closed, ClosedAt = s.ClosedAt }),
            switches);
    }
}
