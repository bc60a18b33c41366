using RetailMember.Brands;
using RetailMember.Demonstrations;

namespace RetailMember.Host.Running;

/// <summary>Sows the demonstration chain, each module its share, into a database that holds no brand yet.</summary>
internal sealed class DemonstrationRunner(IServiceScopeFactory scopes, IBrandDirectory brands)
{
    public bool IsEmpty => brands.Brands.Count == 0;

    public async Task<DemonstrationNotes> SeedAsync(CancellationToken cancel)
    {
        var notes = new DemonstrationNotes();
        await using var scope = scopes.CreateAsyncScope();
        foreach (var share in scope.ServiceProvider.GetServices<IDemonstration>().OrderBy(d => d.Order))
            await share.SeedAsync(notes, cancel);
        return notes;
    }
}
