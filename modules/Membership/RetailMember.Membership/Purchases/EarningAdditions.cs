using Microsoft.Extensions.Logging;
using RetailMember.Brands;
using RetailMember.Modules;

namespace RetailMember.Membership.Purchases;

/// <summary>Asks the modules that add points, where they are on; one that fails is left out of the batch, not the receipts.</summary>
internal sealed class EarningAdditions(
    IEnumerable<IEarningAddition> additions,
    ModuleCatalogue modules,
    IBrandDirectory brands,
    ILogger<EarningAdditions> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IEarningAddition[] inOrder =
        [.. additions.OrderBy(a => a.Order).ThenBy(a => a.GetType().FullName, StringComparer.Ordinal)];

    public async Task AskAsync(IReadOnlyList<JudgedReceipt> receipts, CancellationToken cancel)
    {
        foreach (var addition in inOrder)
        {
            if (!modules.IsRunning(addition.Module)) continue;
            var asked = receipts.Select(r => r.Underway)
                .Where(r => brands.IsOn(addition.Module, r.BrandId, r.StoreId)).ToList();
            if (asked.Count > 0) await AskAsync(addition, asked, cancel);
        }
    }

    private async Task AskAsync(IEarningAddition addition, List<ReceiptUnderway> asked, CancellationToken cancel)
    {
        // Copies: what a failing module added before it failed must not count.
        List<ReceiptUnderway> copies = [.. asked.Select(r => r.Fresh())];
        try
        {
            await addition.AddAsync(copies, cancel).AsTask().WaitAsync(Patience, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The module {Module} failed to add points; the receipts go on without it", addition.Module);
            return;
        }

        for (var i = 0; i < asked.Count; i++) asked[i].Take(copies[i]);
    }
}
