using Microsoft.AspNetCore.ResponseCompression;
using RetailMember.Host.OpenApi;
using RetailMember.Host.Running;
using RetailMember.UseCases;

namespace RetailMember.Host.Setup;

/// <summary>The host's own services: what surrounds the modules on the way to the network.</summary>
internal static class HostServices
{
    public static IServiceCollection AddHost(this IServiceCollection services, IConfiguration configuration)
    {
        Transport.Add(services, configuration);
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.AddApiDocument();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        });
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Tag]);
        services.AddSingleton<TableKeeper>();
        services.AddSingleton<DemonstrationRunner>();
        services.AddTelemetry(configuration);
        return services;
    }
}
