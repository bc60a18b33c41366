using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the core: a module takes the price benefits away from receipts because of how they are to be paid, so that
/// what the till has not priced itself costs its list price. It is asked before a receipt that names tenders is priced, for
/// a quote as for good, and only looks. One veto is enough; the first one asked gives the reason. One that throws or takes
/// longer than a second is left out of the batch and reported, and the receipts go on with their benefits; a plug-in that
/// fails three times in a row is quarantined.
/// </summary>
[Seam]
public interface IPriceVeto : IModuleSeam
{
    /// <summary>Looks at the receipts of one batch and says which have their list price.</summary>
    ValueTask LookAsync(IReadOnlyList<PriceUnderway> receipts, CancellationToken cancel);
}

/// <summary>A receipt that is about to be priced.</summary>
/// <param name="BrandId">The brand's key.</param>
/// <param name="StoreId">The store's key.</param>
/// <param name="At">When the goods were bought, UTC.</param>
/// <param name="BusinessDate">The same as a calendar day in the brand's time zone.</param>
/// <param name="Tenders">Kinds of what is to pay beside money, such as <c>card</c>; at least one.</param>
public sealed record PriceUnderway(
    int BrandId, int StoreId, DateTime At, DateOnly BusinessDate, IReadOnlyList<string> Tenders) : IUnderway<PriceUnderway>
{
    /// <summary>The rule that took the benefits away: a text key that says why; null where none did.</summary>
    public string? ListPriceRule { get; private set; }

    /// <summary>Takes all price benefits away.</summary>
    /// <param name="rule">Text key of the reason, shown in 'why is it this number?'.</param>
    public void AtListPrice(string rule)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        ListPriceRule ??= rule;
    }

    PriceUnderway IUnderway<PriceUnderway>.Fresh() => new(BrandId, StoreId, At, BusinessDate, Tenders);

    void IUnderway<PriceUnderway>.Take(PriceUnderway copy) => ListPriceRule ??= copy.ListPriceRule;
}
