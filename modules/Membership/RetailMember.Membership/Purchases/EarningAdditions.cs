using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Modules;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Asks the modules that add points, where they are on. Each works in a scope and on a connection of its own and for a
/// bounded time: one that throws, hangs or lies is left out of the batch, the receipts go on, and a plug-in that fails
/// again and again is quarantined.
/// </summary>
internal sealed class EarningAdditions(
    IServiceScopeFactory scopes,
    IServiceProviderIsService services,
    ModuleCatalogue modules,
    IBrandDirectory brands,
    ILogger<EarningAdditions> log)
{
    private const int FaultsUntilQuarantine = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, int> faultsInARow = new();

    /// <summary>Some module adds points, in some brand at least.</summary>
    public bool AnybodyAdds { get; } = services.IsService(typeof(IEarningAddition));

    public async Task AskAsync(IReadOnlyList<JudgedReceipt> receipts, CancellationToken cancel)
    {
        if (!AnybodyAdds) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = receipts[0].Underway.BrandId;
        var inOrder = scope.ServiceProvider.GetServices<IEarningAddition>()
            .OrderBy(a => a.Order).ThenBy(a => a.GetType().FullName, StringComparer.Ordinal);
        foreach (var addition in inOrder)
        {
            if (!modules.IsRunning(addition.Module)) continue;
            var asked = receipts.Select(r => r.Underway)
                .Where(r => brands.IsOn(addition.Module, r.BrandId, r.StoreId)).ToList();
            if (asked.Count > 0 && !await AskAsync(addition, asked, cancel)) return;
        }
    }

    /// <summary>False after a fault: the scope may still be in use by whoever did not answer in time.</summary>
    private async Task<bool> AskAsync(IEarningAddition addition, List<ReceiptUnderway> asked, CancellationToken cancel)
    {
        // Copies: what a failing module added before it failed must not count.
        List<ReceiptUnderway> copies = [.. asked.Select(r => r.Fresh())];
        try
        {
            // On another thread: one that blocks instead of awaiting must not hold the till either.
            await Task.Run(() => addition.AddAsync(copies, cancel).AsTask(), cancel).WaitAsync(Patience, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Note(addition.Module, fault);
            return false;
        }

        faultsInARow[addition.Module] = 0;
        for (var i = 0; i < asked.Count; i++) asked[i].Take(copies[i]);
        return true;
    }

    private void Note(string name, Exception fault)
    {
        log.LogError(fault, "The module {Module} failed to add points; the receipts go on without it", name);
        if (faultsInARow.AddOrUpdate(name, 1, (_, n) => n + 1) < FaultsUntilQuarantine) return;
        if (modules.Find(name) is { IsPlugin: true } plugin) modules.Quarantine(plugin, "add points", fault);
    }
}
