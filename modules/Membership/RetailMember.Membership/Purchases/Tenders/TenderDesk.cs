using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Modules;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Purchases;

/// <summary>
/// Lays tenders on priced receipts, kind by kind in the declared order, all receipts of a batch at once. A receipt that
/// asks for several kinds is tried first: what one kind has written must not stay when another refuses.
/// </summary>
internal sealed class TenderDesk(
    IServiceProvider services, IEnumerable<TenderKind> kinds, ModuleCatalogue modules, IBrandDirectory brands, ITexts texts)
{
    private readonly TenderKind[] inOrder = [.. kinds.OrderBy(k => k.Order).ThenBy(k => k.Code, StringComparer.Ordinal)];

    /// <summary>Says what tenders would pay; nothing is written.</summary>
    public async Task QuoteAsync(IReadOnlyList<TenderedReceipt> receipts, CancellationToken cancel)
    {
        RefuseUnknown(receipts);
        await LayAsync(receipts, (tender, asked) => tender.QuoteAsync(asked, cancel));
    }

    /// <summary>Pays with tenders for good; each member has at most one of the receipts.</summary>
    public async Task SettleAsync(IReadOnlyList<TenderedReceipt> receipts, CancellationToken cancel)
    {
        TenderedReceipt[] mixed = [.. receipts.Where(r => r.IsMixed)];
        await QuoteAsync(mixed, cancel);
        foreach (var receipt in mixed) receipt.Reset();
        RefuseUnknown(receipts);
        await LayAsync(receipts, (tender, asked) => tender.SettleAsync(asked, cancel), Settled);

        // Somebody was quicker since it was tried: all of the batch starts again, one by one.
        static void Settled(TenderedReceipt receipt)
        {
            if (receipt is { IsMixed: true, Refusal: { } no }) throw no;
        }
    }

    /// <summary>Gives back what a refund returns, each part to the kind that it came from.</summary>
    public async Task<IReadOnlyList<TenderReturned>> GiveBackAsync(
        string kind, IReadOnlyList<TenderReturn> returns, CancellationToken cancel)
    {
        var known = Running(kind)
            ?? throw new Refusal("refund.tender-unavailable", RefusalKind.Conflict, ("kind", kind));
        return await Of(known).GiveBackAsync(returns, cancel);
    }

    /// <summary>What the caller's language calls tenders on receipts, each kind asked once.</summary>
    public async Task<TenderTitles> TitlesAsync(IEnumerable<(string Kind, string Name)> tenders, CancellationToken cancel)
    {
        var titles = new Dictionary<(string, string), string>();
        foreach (var names in tenders.Distinct().GroupBy(t => t.Kind, t => t.Name))
            if (Running(names.Key) is { } kind)
                foreach (var (name, title) in await Of(kind).TitlesAsync([.. names], texts.Language, cancel))
                    titles[(names.Key, name)] = title;
        return new TenderTitles(titles);
    }

    private async Task LayAsync(
        IReadOnlyList<TenderedReceipt> receipts,
        Func<ITender, IReadOnlyList<TenderReceipt>, Task<IReadOnlyList<TenderOutcome>>> ask,
        Action<TenderedReceipt>? then = null)
    {
        foreach (var kind in inOrder)
        {
            TenderedReceipt[] asking = [.. receipts.Where(r => r.Refusal is null && r.AsksFor(kind.Code))];
            if (asking.Length == 0) continue;
            var outcomes = await ask(Of(kind), [.. asking.Select(r => r.For(kind.Code))]);
            for (var i = 0; i < asking.Length; i++)
            {
                asking[i].Take(kind.Code, outcomes[i]);
                then?.Invoke(asking[i]);
            }
        }
    }

    private void RefuseUnknown(IReadOnlyList<TenderedReceipt> receipts)
    {
        foreach (var receipt in receipts.Where(r => r.Refusal is null))
        {
            var forms = receipt.Priced.Form.Tenders;
            for (var i = 0; i < forms.Count; i++)
                if (!IsKnown(forms[i].Kind, receipt.Priced))
                    receipt.Refuse(Refusal.Invalid($"tenders[{i}].kind", "purchase.tender-unknown"));
        }
    }

    private bool IsKnown(string kind, PricedReceipt receipt) => inOrder.Any(k =>
        k.Code == kind && modules.IsRunning(k.Module)
        && brands.IsOn(k.Module, receipt.At.Member.BrandId, receipt.Store.Id));

    private TenderKind? Running(string kind) => inOrder.FirstOrDefault(k => k.Code == kind && modules.IsRunning(k.Module));

    private ITender Of(TenderKind kind) => (ITender)services.GetRequiredService(kind.Tender);
}
