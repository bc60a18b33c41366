using Microsoft.EntityFrameworkCore;
using RetailMember.Modules;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.Brands;

/// <summary>
/// Modules and plug-ins of this host: where each plug-in is on, and for those in quarantine why. For a brand, only
/// its own switches: what a broken plug-in says of the host is head office's affair.
/// </summary>
[Needs("Platform.Modules.View")]
internal sealed class FindModules(ModuleCatalogue modules, PlatformDb db) : Query<FindModules.Input, FindModules.Result>
{
    public sealed record Input : IInput<Result>;

    public sealed record Result(IReadOnlyList<Item> Items, IReadOnlyList<Broken> Quarantined);

    public sealed record Item(string Name, string ModuleVersion, bool IsPlugin, bool Running, IReadOnlyList<Switch> Switches);

    /// <param name="StoreId">Null for the whole brand.</param>
    public sealed record Switch(int BrandId, int? StoreId, bool On);

    /// <param name="Step">Where it failed: load, order, describe, start.</param>
    /// <param name="MissedSeams">Full names of the seams at which something is refused until it runs again.</param>
    public sealed record Broken(string Name, string Step, string Reason, IReadOnlyList<string> MissedSeams);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var rows = call.Brand is null ? db.AcrossBrands<ModuleSwitch>() : db.ModuleSwitches;
        var switches = (await rows.AsNoTracking().ToListAsync(cancel)).ToLookup(s => s.Module);
        return new Result(
            [.. modules.Modules.Select(m => Show(m, switches[m.Name]))],
            call.Brand is null ? [.. modules.Quarantined.Select(q => new Broken(q.Name, q.Step, q.Reason, modules.MissedAt(q)))] : []);
    }

    private Item Show(LoadedModule module, IEnumerable<ModuleSwitch> switches) =>
        new(module.Name, module.Version, module.IsPlugin, modules.IsRunning(module.Name), Of(switches));

    private static List<Switch> Of(IEnumerable<ModuleSwitch> switches) =>
        [.. switches.Select(s => new Switch(s.BrandId, s.StoreId == ModuleSwitch.WholeBrand ? null : s.StoreId, s.On))];
}
