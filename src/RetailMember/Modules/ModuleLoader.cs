using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.UseCases;

namespace RetailMember.Modules;

/// <summary>
/// Loads core modules and plug-ins, asks each what it brings, and adds its services. A fault of a core module stops
/// the start; a plug-in with a fault is quarantined, and so is one that needs it.
/// </summary>
public static class ModuleLoader
{
    public static ModuleCatalogue Load(
        IReadOnlyList<IModule> core, string? pluginsFolder, IServiceCollection services, IConfiguration configuration)
    {
        var quarantined = new List<QuarantinedModule>();
        var candidates = core.Select(m => new Candidate(m, null))
            .Concat(PluginFolder.Read(pluginsFolder, quarantined))
            .ToList();
        var loaded = new List<LoadedModule>();
        foreach (var candidate in ModuleOrder.Sort(candidates, quarantined))
        {
            var step = "describe";
            try
            {
                var module = Describe(candidate, loaded);
                step = "add services";
                loaded.Add(module with { Fillers = AddServices(module, services, configuration) });
            }
            catch (Exception fault) when (candidate.IsPlugin)
            {
                quarantined.Add(candidate.Quarantined(step, fault));
            }
        }

        return new ModuleCatalogue(loaded, quarantined);
    }

    private static LoadedModule Describe(Candidate candidate, List<LoadedModule> loaded)
    {
        var module = candidate.Module;
        if (module.Needs.FirstOrDefault(n => loaded.TrueForAll(l => l.Name != n)) is { } missing)
            throw new InvalidOperationException($"{module.Name} needs the module {missing}, which is not running.");
        var description = new ModuleDescription(module.Name);
        module.Describe(description);
        if (candidate.IsPlugin) PluginNames.Check(module, description);
        var useCases = module.GetType().Assembly.GetTypes()
            .Select(t => UseCaseInfo.Of(module.Name, t)).OfType<UseCaseInfo>().ToList();
        CheckPermissions(module, description, useCases, loaded);
        return new LoadedModule(module, description, useCases, candidate.IsPlugin, candidate.Folder);
    }

    // Into a collection of its own first: a module that fails half way must leave nothing behind.
    private static IReadOnlyList<ServiceDescriptor> AddServices(
        LoadedModule loaded, IServiceCollection services, IConfiguration configuration)
    {
        var own = new ServiceCollection();
        loaded.Module.AddServices(own, configuration);
        if (loaded.IsPlugin) PluginServices.Check(loaded, own);
        foreach (var useCase in loaded.UseCases) own.AddScoped(useCase.Type);
        foreach (var subscription in loaded.Description.Subscriptions) own.AddScoped(subscription.SubscriberType);
        foreach (var service in own) services.Add(service);
        return loaded.IsPlugin ? PluginServices.FillersIn(own) : [];
    }

    private static void CheckPermissions(
        IModule module, ModuleDescription description, List<UseCaseInfo> useCases, List<LoadedModule> loaded)
    {
        var known = loaded.SelectMany(l => l.Description.Permissions).Concat(description.Permissions)
            .Select(p => p.Name).ToHashSet();
        var unknown = useCases.Select(u => u.Access).OfType<NeedsAttribute>().Select(n => n.Permission)
            .Concat(description.Menu.Select(m => m.Permission))
            .FirstOrDefault(p => !known.Contains(p));
        if (unknown is not null)
            throw new InvalidOperationException($"{module.Name} asks for the permission {unknown}, which nobody describes.");
    }

    internal sealed record Candidate(IModule Module, string? Folder)
    {
        public bool IsPlugin => Folder is not null;

        public QuarantinedModule Quarantined(string step, Exception fault) =>
            new(Module.Name, Folder, step, QuarantinedModule.ReasonOf(fault));
    }
}
