using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RetailMember.Host.Running;

/// <summary>
/// Traces and measures over OTLP. Off until <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is configured; the other variables of
/// the OpenTelemetry specification are honoured as well.
/// </summary>
internal sealed class Telemetry : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Service = "RetailMember";

    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", Service];

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime", Service];

    private readonly TracerProvider traces = Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(Service))
        .AddSource(Sources)
        .AddOtlpExporter()
        .Build();

    private readonly MeterProvider measures = Sdk.CreateMeterProviderBuilder()
        .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(Service))
        .AddMeter(Meters)
        .AddOtlpExporter()
        .Build();

    public static bool IsWanted(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Endpoint]);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces.ForceFlush();
        measures.ForceFlush();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces.Dispose();
        measures.Dispose();
    }
}

internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (Telemetry.IsWanted(configuration)) services.AddHostedService<Telemetry>();
    }
}
