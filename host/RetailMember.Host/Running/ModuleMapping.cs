using RetailMember.Modules;
using RetailMember.UseCases;

namespace RetailMember.Host.Running;

/// <summary>
/// Puts every module's addresses on the map. Each maps into a collection of its own, which joins the host's only when
/// all of it could be built: a plug-in that fails is quarantined and leaves no address behind.
/// </summary>
internal static class ModuleMapping
{
    public static void Map(WebApplication app)
    {
        var catalogue = app.Services.GetRequiredService<ModuleCatalogue>();
        var useCases = app.Services.GetRequiredService<UseCaseCatalogue>();
        foreach (var loaded in catalogue.Running.ToList())
        {
            try
            {
                var own = new OwnRoutes(app);
                loaded.Module.MapEndpoints(new ModuleEndpoints(own, loaded.Name, useCases));

                // A source builds all its handlers each time it is read: read once, now rather than at the first request.
                var endpoints = own.DataSources.SelectMany(s => s.Endpoints).ToList();
                ((IEndpointRouteBuilder)app).DataSources.Add(new DefaultEndpointDataSource(endpoints));
            }
            catch (Exception fault)
            {
                catalogue.Quarantine(loaded, "map endpoints", fault);
            }
        }
    }

    private sealed class OwnRoutes(IEndpointRouteBuilder host) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => host.ServiceProvider;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => host.CreateApplicationBuilder();
    }
}
