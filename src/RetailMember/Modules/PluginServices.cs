using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RetailMember.Data;

namespace RetailMember.Modules;

/// <summary>
/// What a plug-in may put into the host's container: its own types, its context, and implementations of seams.
/// Anything else could replace a core service or outlive the switch that turns the plug-in off.
/// </summary>
internal static class PluginServices
{
    public static void Check(LoadedModule plugin, IServiceCollection services)
    {
        foreach (var service in services.Select(s => s.ServiceType))
        {
            if (service == typeof(IHostedService))
                throw new InvalidOperationException($"{plugin.Name} starts a hosted service; describe a job instead.");
            if (IsOfHouse(service.Assembly, plugin) && !MayBeAdded(service))
                throw new InvalidOperationException($"{plugin.Name} registers {service}, which is the host's own.");
        }
    }

    public static IReadOnlyList<ServiceDescriptor> FillersIn(IServiceCollection services) =>
        [.. services.Where(s => IsSeam(s.ServiceType))];

    /// <summary>Full names of the house's seams that it fills and is missed at while it is out of order.</summary>
    public static IReadOnlyList<string> StandingIn(IServiceCollection services, LoadedModule plugin) =>
    [
        .. services.Select(s => s.ServiceType).Distinct()
            .Where(t => t.GetCustomAttribute<SeamAttribute>() is { EvenWithoutTables: true } && IsOfHouse(t.Assembly, plugin))
            .Select(t => t.FullName!).Order(StringComparer.Ordinal),
    ];

    private static bool MayBeAdded(Type service) => service == typeof(ModuleDbRegistration) || IsSeam(service);

    private static bool IsSeam(Type service) => service.IsDefined(typeof(SeamAttribute), inherit: false);

    private static bool IsOfHouse(Assembly assembly, LoadedModule plugin) =>
        assembly != plugin.Assembly
        && AssemblyLoadContext.GetLoadContext(assembly) == AssemblyLoadContext.Default
        && (assembly == typeof(IModule).Assembly
            || assembly.GetReferencedAssemblies().Any(a => a.Name == typeof(IModule).Assembly.GetName().Name));
}
