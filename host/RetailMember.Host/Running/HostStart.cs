using RetailMember.Modules;

namespace RetailMember.Host.Running;

/// <summary>What comes before the first request and before each verb that works on rows.</summary>
internal static class HostStart
{
    public static async Task PrepareAsync(WebApplication app, bool migrate, CancellationToken cancel)
    {
        await app.Services.GetRequiredService<TableKeeper>().EnsureAsync(migrate, cancel);
        foreach (var preparation in app.Services.GetServices<IPreparation>().OrderBy(p => p.Order))
            await preparation.PrepareAsync(cancel);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("RetailMember.Host");
        foreach (var plugin in app.Services.GetRequiredService<ModuleCatalogue>().Quarantined)
            log.LogError("The plug-in {Name} is quarantined ({Step}): {Reason}", plugin.Name, plugin.Step, plugin.Reason);
    }
}
