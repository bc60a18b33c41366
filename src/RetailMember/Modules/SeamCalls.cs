using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Data;

namespace RetailMember.Modules;

/// <summary>
/// Asks the modules that fill a seam, where they are on. Each works in a scope and on a connection of its own and for a
/// bounded time: one that throws, hangs or lies is left out of the batch, whoever asked goes on, and a plug-in that fails
/// again and again is quarantined.
/// </summary>
public sealed class SeamCalls(
    IServiceScopeFactory scopes,
    IServiceProviderIsService services,
    ModuleCatalogue modules,
    IBrandDirectory brands,
    SeamPatience patience,
    ILogger<SeamCalls> log)
{
    private const int FaultsUntilQuarantine = 3;

    private readonly ConcurrentDictionary<string, int> faultsInARow = new();
    private readonly ConcurrentDictionary<Type, string[]> fillers = new();

    /// <summary>Some module fills the seam, in some brand at least.</summary>
    public bool IsFilled<TSeam>()
        where TSeam : IModuleSeam => services.IsService(typeof(TSeam));

    /// <summary>Whether somebody may have to be asked at a store: spares what it takes to ask.</summary>
    public bool MayConcern<TSeam>(int brandId, int storeId)
        where TSeam : IModuleSeam =>
        IsFilled<TSeam>()
        && (!fillers.TryGetValue(typeof(TSeam), out var known)
            || Array.Exists(known, m => modules.IsRunning(m) && brands.IsOn(m, brandId, storeId)));

    /// <summary>Asks about things of one brand, in the order of the seam.</summary>
    /// <param name="items">All of one brand.</param>
    /// <param name="ask">How one is asked about those of the stores where his module is on.</param>
    /// <param name="doing">What is asked for, in two words for the log and the page of plug-ins: "add points".</param>
    /// <param name="cancel">Cancels.</param>
    public async Task AskAsync<TSeam, TItem>(
        IReadOnlyList<TItem> items,
        Func<TSeam, IReadOnlyList<TItem>, CancellationToken, ValueTask> ask,
        string doing,
        CancellationToken cancel)
        where TSeam : IModuleSeam
        where TItem : IUnderway<TItem>
    {
        if (!items.Any(i => MayConcern<TSeam>(i.BrandId, i.StoreId))) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DataSession>().Brand = items[0].BrandId;
        TSeam[] inOrder =
        [
            .. scope.ServiceProvider.GetServices<TSeam>()
                .OrderBy(s => s.Order).ThenBy(s => s.GetType().FullName, StringComparer.Ordinal),
        ];
        fillers.TryAdd(typeof(TSeam), [.. inOrder.Select(s => s.Module).Distinct()]);
        foreach (var seam in inOrder)
            if (AskedOf(seam.Module, items) is { Count: > 0 } asked
                && !await AskAsync(seam.Module, asked, copies => ask(seam, copies, cancel), doing, cancel)) return;
    }

    private List<TItem> AskedOf<TItem>(string module, IReadOnlyList<TItem> items)
        where TItem : IUnderway<TItem> =>
        modules.IsRunning(module) ? [.. items.Where(i => brands.IsOn(module, i.BrandId, i.StoreId))] : [];

    /// <summary>False after a fault: the scope may still be in use by whoever did not answer in time.</summary>
    private async Task<bool> AskAsync<TItem>(
        string module, List<TItem> asked, Func<IReadOnlyList<TItem>, ValueTask> ask, string doing, CancellationToken cancel)
        where TItem : IUnderway<TItem>
    {
        // Copies: what a failing module said before it failed must not count.
        List<TItem> copies = [.. asked.Select(i => i.Fresh())];
        try
        {
            // On another thread: one that blocks instead of awaiting must not hold the till either.
            await Task.Run(() => ask(copies).AsTask(), cancel).WaitAsync(patience.Longest, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Note(module, doing, fault);
            return false;
        }

        faultsInARow[module] = 0;
        for (var i = 0; i < asked.Count; i++) asked[i].Take(copies[i]);
        return true;
    }

    private void Note(string name, string doing, Exception fault)
    {
        log.LogError(fault, "The module {Module} failed to {Do}; it goes on without it", name, doing);
        if (faultsInARow.AddOrUpdate(name, 1, (_, n) => n + 1) < FaultsUntilQuarantine) return;
        if (modules.Find(name) is { IsPlugin: true } plugin) modules.Quarantine(plugin, doing, fault);
    }
}

/// <summary>How long a module is waited for that fills a seam, before whoever asked goes on without it.</summary>
public sealed record SeamPatience(TimeSpan Longest)
{
    /// <summary>What a customer at the till may be kept waiting.</summary>
    public static readonly SeamPatience Usual = new(TimeSpan.FromSeconds(1));
}
