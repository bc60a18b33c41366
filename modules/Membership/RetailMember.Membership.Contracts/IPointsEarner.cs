using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the core: a module says to whose account the points of a receipt go where they do not go to the buyer's. Price,
/// tier, growth and spend stay the buyer's own, and so do points that are no receipt's. It is asked before receipts are
/// judged, for a quote as for good, and only looks; the first one asked has the say. Whom it names has to be an active member
/// of the brand, otherwise the buyer earns himself. One that throws or takes longer than a second is left out of the batch and
/// reported, and buyers earn for themselves; a plug-in that fails three times in a row is quarantined. Refunds take back
/// where the receipt has credited, whatever was agreed since.
/// </summary>
[Seam]
public interface IPointsEarner : IModuleSeam
{
    /// <summary>Looks at the buyers of one batch and says who earns for them.</summary>
    ValueTask LookAsync(IReadOnlyList<BuyerUnderway> buyers, CancellationToken cancel);
}

/// <summary>A member who is about to buy at a store.</summary>
/// <param name="BrandId">The brand's key.</param>
/// <param name="StoreId">The store's key.</param>
/// <param name="Member">The member's key.</param>
public sealed record BuyerUnderway(int BrandId, int StoreId, Guid Member) : IUnderway<BuyerUnderway>
{
    /// <summary>The member to whose account the points go; null: his own.</summary>
    public Guid? Earner { get; private set; }

    /// <summary>Credits somebody else with the points.</summary>
    /// <param name="member">The other member's key.</param>
    public void EarnsFor(Guid member) => Earner ??= member;

    BuyerUnderway IUnderway<BuyerUnderway>.Fresh() => new(BrandId, StoreId, Member);

    void IUnderway<BuyerUnderway>.Take(BuyerUnderway copy) => Earner ??= copy.Earner;
}
