using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using RetailMember.Host.OpenApi;
using RetailMember.Host.Running;
using RetailMember.Pages;
using RetailMember.Platform;

namespace RetailMember.Host.Setup;

/// <summary>What a request passes, in order, and where it can end.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication app)
    {
        Transport.Use(app);
        app.UseResponseCompression();
        app.UsePages();
        Transport.UsePageCheck(app);
        app.UsePluginFiles();
        app.UsePlatform();
        app.UsePageForms();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(DatabaseHealth.Tag) });
        app.MapApiDocument();
        ModuleMapping.Map(app);
    }
}
