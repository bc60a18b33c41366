using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RetailMember.Host.Setup;
using RetailMember.Modules;
using RetailMember.Testing;

namespace RetailMember.Architecture.Tests.Repository;

/// <summary>The host's modules and verticals as it would run them, on a database of its own.</summary>
public static class House
{
    public static HostSetup Setup { get; } = HostSetup.Create(new HostArguments
    {
        Environment = "Testing",
        ContentRoot = Path.Combine(SourceTree.Root, "host", "RetailMember.Host"),
        Database = Path.Combine(Directory.CreateTempSubdirectory("retailmember-architecture-").FullName, "house.db"),
        Plugins = Verticals.Folder,
    });

    private static readonly Lazy<WebApplication> Built = new(Setup.Build);

    /// <summary>The host's services, built but not started.</summary>
    public static IServiceProvider Services => Built.Value.Services;

    public static IEnumerable<Endpoint> Endpoints =>
        ((IEndpointRouteBuilder)Built.Value).DataSources.SelectMany(s => s.Endpoints);

    public static ModuleCatalogue Modules => Setup.Modules;

    public static Assembly Kernel => typeof(IModule).Assembly;

    /// <summary>Assemblies of the modules, found by what the host loads.</summary>
    public static IEnumerable<Assembly> Implementations => Modules.Modules.Select(m => m.Assembly);
}
