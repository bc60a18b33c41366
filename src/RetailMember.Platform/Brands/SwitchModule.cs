using Microsoft.EntityFrameworkCore;
using RetailMember.Modules;
using RetailMember.Platform.Data;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.Snapshots;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>
/// Switches a plug-in on or off for the brand, or for one store as a pilot. Holds from the next request on. Off hides
/// and stops the plug-in; what it stored stays.
/// </summary>
[Needs("Platform.Modules.Switch")]
internal sealed class SwitchModule(ModuleCatalogue modules, PlatformDb db, Changes changes, RunQueue queue)
    : UseCase<SwitchModule.Input, SwitchModule.Result>
{
    /// <param name="StoreCode">Null for the whole brand.</param>
    /// <param name="On">Null takes a store's own switch away: the brand's holds again.</param>
    public sealed record Input(string Module, bool? On, string? StoreCode = null) : IInput<Result>, IAtStore;

    /// <param name="On">What holds now.</param>
    public sealed record Result(string Module, bool On);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (modules.Find(input.Module) is not { IsPlugin: true })
            throw new Refusal("platform.module-not-found", RefusalKind.NotFound, ("module", input.Module));
        var brandId = call.RequiredBrand.Id;
        var storeId = call.Store?.Id ?? ModuleSwitch.WholeBrand;
        var existing = await db.ModuleSwitches.SingleOrDefaultAsync(
            s => s.Module == input.Module && s.StoreId == storeId, cancel);
        if (input.On is not { } on)
        {
            if (existing is not null) db.ModuleSwitches.Remove(existing);
        }
        else if (existing is not null)
            existing.On = on;
        else
            db.ModuleSwitches.Add(new() { Module = input.Module, BrandId = brandId, StoreId = storeId, On = on });

        await changes.OfBrandsAsync(cancel);
        if (input.On is true && call.Store is null) await queue.EnqueueStartAsync(input.Module, call.RequiredBrand, cancel);
        return new Result(input.Module, input.On ?? await IsOnInBrandAsync(input.Module, storeId, cancel));
    }

    /// <summary>What holds at a store that has no switch of its own any more.</summary>
    private async Task<bool> IsOnInBrandAsync(string module, int storeId, CancellationToken cancel) =>
        storeId != ModuleSwitch.WholeBrand
        && await db.ModuleSwitches.AnyAsync(s => s.Module == module && s.StoreId == ModuleSwitch.WholeBrand && s.On, cancel);
}
