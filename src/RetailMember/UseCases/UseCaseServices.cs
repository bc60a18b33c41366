using Microsoft.Extensions.DependencyInjection;
using RetailMember.Events;
using RetailMember.Http;
using RetailMember.Modules;

namespace RetailMember.UseCases;

/// <summary>Registers the kernel's own services for a host.</summary>
public static class UseCaseServices
{
    public static IServiceCollection AddUseCases(this IServiceCollection services, ModuleCatalogue modules)
    {
        services.AddSingleton(modules);
        services.AddSingleton(new UseCaseCatalogue(modules.Modules.SelectMany(m => m.UseCases)));
        services.AddSingleton(SeamPatience.Usual);
        services.AddSingleton<SeamCalls>();
        services.AddSingleton<Guard>();
        services.AddSingleton<UseCaseEntry>();
        services.AddScoped<EventBuffer>();
        services.AddScoped<IEvents>(s => s.GetRequiredService<EventBuffer>());
        services.AddScoped<HttpCalls>();
        return services;
    }
}
