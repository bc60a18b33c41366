using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.Modules;

namespace RetailMember.Host.Running;

/// <summary>Sows the demonstration chain, each module its share, into a database that holds no brand yet.</summary>
internal sealed class DemonstrationRunner(
    IServiceScopeFactory scopes, IBrandDirectory brands, ModuleCatalogue modules, ILogger<DemonstrationRunner> log)
{
    public bool IsEmpty => brands.Brands.Count == 0;

    public async Task<DemonstrationNotes> SeedAsync(CancellationToken cancel)
    {
        var notes = new DemonstrationNotes();
        await using var scope = scopes.CreateAsyncScope();
        foreach (var share in scope.ServiceProvider.GetServices<IDemonstration>().OrderBy(d => d.Order))
            await SeedAsync(share, notes, cancel);
        return notes;
    }

    private async Task SeedAsync(IDemonstration share, DemonstrationNotes notes, CancellationToken cancel)
    {
        var owner = modules.OwnerOf(share.GetType());
        if (owner is not null && !modules.IsRunning(owner.Name)) return;
        try
        {
            await share.SeedAsync(notes, cancel);
        }
        catch (Exception fault) when (owner is { IsPlugin: true } && fault is not OperationCanceledException)
        {
            log.LogError(fault, "The plug-in {Module} could not sow its share of the demonstration", owner.Name);
            modules.Quarantine(owner, "demonstration", fault);
        }
    }
}
