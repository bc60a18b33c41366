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
        var candidates = core.Select(m => Candidate.Of(m, null))
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
                loaded.Add(AddServices(module, services, configuration));
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
        if (candidate.Needs.FirstOrDefault(n => loaded.TrueForAll(l => l.Name != n)) is { } missing)
            throw new InvalidOperationException($"{candidate.Name} needs the module {missing}, which is not running.");
        var description = new ModuleDescription(candidate.Name);
        module.Describe(description);
        if (candidate.IsPlugin) PluginNames.Check(description);
        var useCases = module.GetType().Assembly.GetTypes()
            .Select(t => UseCaseInfo.Of(candidate.Name, t)).OfType<UseCaseInfo>().ToList();
        CheckDoubles(useCases, loaded);
        CheckPermissions(description, useCases, loaded);
        return new LoadedModule(module, description, useCases, candidate.IsPlugin, candidate.Folder) { Needs = candidate.Needs };
    }

    // Into a collection of its own first: a module that fails half way must leave nothing behind.
    private static LoadedModule AddServices(
        LoadedModule loaded, IServiceCollection services, IConfiguration configuration)
    {
        var own = new ServiceCollection();
        loaded.Module.AddServices(own, configuration);
        if (loaded.IsPlugin) PluginServices.Check(loaded, own);
        foreach (var useCase in loaded.UseCases) own.AddScoped(useCase.Type);
        foreach (var subscription in loaded.Description.Subscriptions) own.AddScoped(subscription.SubscriberType);
        foreach (var service in own) services.Add(service);
        return loaded.IsPlugin
            ? loaded with { Fillers = PluginServices.FillersIn(own), StandingSeams = PluginServices.StandingIn(own, loaded) }
            : loaded;
    }

    // Whoever hands an input in, or names a use case, must find one.
    private static void CheckDoubles(List<UseCaseInfo> useCases, List<LoadedModule> loaded)
    {
        var all = useCases.Concat(loaded.SelectMany(l => l.UseCases)).ToList();
        if (useCases.Find(u => all.Exists(o => o != u && o.InputType == u.InputType)) is { } same)
            throw new InvalidOperationException($"{same.InputType} is the input of two use cases; one is {same.Type}.");
        if (useCases.Find(u => all.Exists(o => o != u && o.Name == u.Name)) is { } twice)
            throw new InvalidOperationException($"Two use cases are named {twice.Name}; one is {twice.Type}.");
    }

    private static void CheckPermissions(
        ModuleDescription description, List<UseCaseInfo> useCases, List<LoadedModule> loaded)
    {
        var known = loaded.SelectMany(l => l.Description.Permissions).Concat(description.Permissions)
            .Select(p => p.Name).ToHashSet();
        var unknown = useCases.Select(u => u.Access).OfType<NeedsAttribute>().Select(n => n.Permission)
            .Concat(description.Menu.Select(m => m.Permission))
            .FirstOrDefault(p => !known.Contains(p));
        if (unknown is not null)
            throw new InvalidOperationException($"{description.Module} asks for the permission {unknown}, which nobody describes.");
    }

    /// <summary>Name and needs are a plug-in's own code: asked once, where a fault of it is caught.</summary>
    internal sealed record Candidate(IModule Module, string Name, IReadOnlyList<string> Needs, string? Folder)
    {
        public static Candidate Of(IModule module, string? folder)
        {
            var name = module.Name ?? throw new InvalidOperationException($"{module.GetType()} has no name.");
            string[] needs = [.. module.Needs ?? throw new InvalidOperationException($"{name} does not say what it needs.")];
            return needs.Any(n => n is null)
                ? throw new InvalidOperationException($"{name} needs a module without a name.")
                : new Candidate(module, name, needs, folder);
        }

        public bool IsPlugin => Folder is not null;

        public QuarantinedModule Quarantined(string step, Exception fault) =>
            new(Name, Folder, step, QuarantinedModule.ReasonOf(fault));
    }
}
