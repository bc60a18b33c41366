using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Modules;

namespace RetailMember.Restaurant;

/// <summary>The restaurant's prepaid card: what its brand adds to the cards, receipts and guests of the core.</summary>
public sealed class RestaurantModule : IModule
{
    internal const string ModuleName = "Restaurant";

    public string Name => ModuleName;

    public IReadOnlyList<string> Needs => ["Membership", "StoredValue"];

    public void Describe(ModuleDescription module)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapEndpoints(ModuleEndpoints endpoints)
    {
    }
}
