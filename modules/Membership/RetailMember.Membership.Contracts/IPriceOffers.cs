using RetailMember.Modules;
using RetailMember.Values;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the core: a module offers a price for a basket that the till has not priced itself, by who buys, how many pieces
/// and how much. Prices do not stack: of these, the tier's and the programme's the lowest alone counts. It is asked before a
/// receipt is priced, for a quote as for good, unless an <see cref="IPriceVeto"/> leaves the receipt at its list price, and
/// only looks. One that throws or takes longer than a second is left out of the batch and reported, and the receipts go on
/// with the prices that are left; a plug-in that fails three times in a row is quarantined.
/// </summary>
[Seam]
public interface IPriceOffers : IModuleSeam
{
    /// <summary>Looks at the baskets of one batch and offers its prices.</summary>
    ValueTask OfferAsync(IReadOnlyList<BasketUnderway> baskets, CancellationToken cancel);
}

/// <summary>A basket that is about to be priced.</summary>
/// <param name="BrandId">The brand's key.</param>
/// <param name="StoreId">The store's key.</param>
/// <param name="Member">The buyer's key.</param>
/// <param name="At">When it is bought, UTC.</param>
/// <param name="BusinessDate">The same as a calendar day in the brand's time zone.</param>
/// <param name="Lines">What the till has not priced; at least one.</param>
public sealed record BasketUnderway(
    int BrandId, int StoreId, Guid Member, DateTime At, DateOnly BusinessDate, IReadOnlyList<OpenLine> Lines)
    : IUnderway<BasketUnderway>
{
    private readonly List<OfferedPrice> offers = [];

    /// <summary>Prices that modules offer, in the order in which they were asked.</summary>
    public IReadOnlyList<OfferedPrice> Offers => offers;

    /// <summary>Pieces of all its lines.</summary>
    public long Pieces => Lines.Sum(l => (long)l.Quantity);

    /// <summary>At list prices, in fen.</summary>
    public long ListFen => Lines.Sum(l => l.ListFen);

    /// <summary>Offers a share of the list price.</summary>
    /// <param name="rule">Text key of the price's name, at most 64 characters; shown in 'why is it this number?'.</param>
    /// <param name="rate">The share that is paid.</param>
    public void Offer(string rule, PayRate rate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        if (rule.Length > 64) throw new ArgumentException("A rule's code has at most 64 characters.", nameof(rule));
        offers.Add(new OfferedPrice(rule, rate));
    }

    BasketUnderway IUnderway<BasketUnderway>.Fresh() => new(BrandId, StoreId, Member, At, BusinessDate, Lines);

    void IUnderway<BasketUnderway>.Take(BasketUnderway copy) => offers.AddRange(copy.offers);
}

/// <summary>A line without a price of the till's.</summary>
/// <param name="ListFen">Of all its pieces, in fen.</param>
public sealed record OpenLine(string? Category, int Quantity, long ListFen);

/// <summary>A price that a module offers.</summary>
/// <param name="Rule">Text key of its name.</param>
/// <param name="Rate">Share of the list price.</param>
public readonly record struct OfferedPrice(string Rule, PayRate Rate);
