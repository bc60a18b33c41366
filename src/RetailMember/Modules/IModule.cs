using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.Modules;

/// <summary>
/// A module's table of contents. The host finds the one public class that implements this, sorts modules by
/// <see cref="Needs"/>, and asks each in turn.
/// </summary>
public interface IModule
{
    /// <summary>Pascal case, unique: prefix of its permissions; in lower case of its routes, tables and texts.</summary>
    string Name { get; }

    /// <summary>Names of the modules that must be there; a missing or circular need is reported by name.</summary>
    IReadOnlyList<string> Needs => [];

    /// <summary>What the module brings, as data.</summary>
    void Describe(ModuleDescription module);

    void AddServices(IServiceCollection services, IConfiguration configuration);

    void MapEndpoints(ModuleEndpoints endpoints);
}
