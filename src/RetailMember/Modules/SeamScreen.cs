using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.Modules;

/// <summary>
/// Keeps whoever asks the fillers of a seam from a plug-in whose tables could not be made: nothing of it can be kept or
/// told, so it is as if it were not there, in every brand. Whoever lists a seam's fillers finds the others alone, without
/// knowing of this. A plug-in that has its tables and is quarantined for something else is asked as before: what it keeps
/// has to follow a refund or a merge.
/// </summary>
public static class SeamScreen
{
    private const string NeedsNoTables = "";

    private static readonly MethodInfo ScreenOne =
        typeof(SeamScreen).GetMethod(nameof(Screen), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>After all services: nobody registers a seam's filler afterwards.</summary>
    public static IServiceCollection ScreenSeams(this IServiceCollection services, ModuleCatalogue modules)
    {
        var owners = new Dictionary<ServiceDescriptor, string>();
        foreach (var plugin in modules.Modules)
            foreach (var filler in plugin.Fillers.Where(MayNeedTables)) owners[filler] = plugin.Name;
        foreach (var seam in services.Where(owners.ContainsKey).Select(s => s.ServiceType).Distinct().ToList())
            ScreenOne.MakeGenericMethod(seam).Invoke(null, [services, owners, modules]);
        return services;
    }

    // What is there as an object already is mere words and numbers.
    private static bool MayNeedTables(ServiceDescriptor filler) =>
        filler.ImplementationInstance is null
        && filler.ServiceType.GetCustomAttribute<SeamAttribute>() is { EvenWithoutTables: false };

    // Each filler stays what it was, under the name of its module; listing them goes through those that have their tables.
    private static void Screen<TSeam>(
        IServiceCollection services, Dictionary<ServiceDescriptor, string> owners, ModuleCatalogue modules)
        where TSeam : class
    {
        var names = new List<string> { NeedsNoTables };
        for (var i = 0; i < services.Count; i++)
        {
            var filler = services[i];
            if (filler.ServiceType != typeof(TSeam) || filler.IsKeyedService) continue;
            var name = owners.GetValueOrDefault(filler, NeedsNoTables);
            if (!names.Contains(name)) names.Add(name);
            services[i] = Under(name, filler);
        }

        services.AddTransient<IEnumerable<TSeam>>(scope =>
            [.. names.Where(modules.HasTables).SelectMany(name => scope.GetKeyedServices<TSeam>(name))]);
        services.AddTransient(scope => scope.GetRequiredService<IEnumerable<TSeam>>().Last());
    }

    private static ServiceDescriptor Under(string name, ServiceDescriptor filler) => filler switch
    {
        { ImplementationInstance: { } instance } => new(filler.ServiceType, name, instance),
        { ImplementationFactory: { } make } => new(filler.ServiceType, name, (scope, _) => make(scope), filler.Lifetime),
        _ => new(filler.ServiceType, name, filler.ImplementationType!, filler.Lifetime),
    };
}
