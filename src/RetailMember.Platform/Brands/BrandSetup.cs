using RetailMember.Brands;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

internal sealed class BrandSetup(BrandDirectory brands, UseCaseEntry entry) : IBrandSetup
{
    private static readonly CreateBrand.Rules BrandForm = new();
    private static readonly CreateStore.Rules StoreForm = new();

    public bool CanBeBrand(string code) => BrandForm.Validate(new CreateBrand.Input(code, code)).IsValid;

    public bool CanBeStore(string code) => StoreForm.Validate(new CreateStore.Input(code, code)).IsValid;

    public async Task<Brand> EnsureBrandAsync(
        string code, string name, CallContext call, CancellationToken cancel = default)
    {
        if (brands.Find(code) is { } known) return known;
        await MakeAsync(new CreateBrand.Input(code, name), call with { Brand = null, Store = null }, cancel);
        return brands.Find(code)!;
    }

    public async Task<Store> EnsureStoreAsync(
        Brand brand, string code, string name, string area, CallContext call, CancellationToken cancel = default)
    {
        if (brands.FindStore(brand.Id, code) is { } known) return known;
        await MakeAsync(new CreateStore.Input(code, name, area), call with { Brand = brand, Store = null }, cancel);
        return brands.FindStore(brand.Id, code)!;
    }

    public async Task EnsureOnAsync(Brand brand, string module, CallContext call, CancellationToken cancel = default)
    {
        if (brands.IsOn(module, brand.Id, storeId: null)) return;
        await entry.RunAsync(new SwitchModule.Input(module, On: true), call with { Brand = brand, Store = null }, cancel);
    }

    private async Task MakeAsync<TResult>(IInput<TResult> input, CallContext call, CancellationToken cancel)
    {
        var outcome = await entry.TryAsync(input, call, cancel);
        if (outcome.Refusal is { Code: not "platform.code-taken" } refusal) throw refusal;

        // Another host was first: do not wait for the watch to see it.
        if (!outcome.Accepted) await brands.ReadAsync(cancel);
    }
}
