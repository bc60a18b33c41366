using RetailMember.Brands;
using RetailMember.Texts;

namespace RetailMember.Redemption;

/// <summary>
/// What the catalogue has for a member at a lower price than for others, for other modules. Works for the session's current
/// brand and writes nothing.
/// </summary>
public interface IRewardOffers
{
    /// <summary>
    /// The rewards of a day that a member may have, are in stock and within his limits, for which a single receipt of that
    /// day opens a price, whether or not one has.
    /// </summary>
    /// <param name="member">The member's key.</param>
    /// <param name="on">Business date of the brand.</param>
    /// <param name="store">Where he is; null: only what is had anywhere.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<ReceiptOffer>> OpenedByReceiptsAsync(
        Guid member, DateOnly on, Store? store, CancellationToken cancel);
}

/// <summary>A reward that a receipt makes cheaper.</summary>
/// <param name="Reward">Its code.</param>
/// <param name="ListPoints">What it costs otherwise.</param>
/// <param name="Points">What it costs once a receipt has opened the price.</param>
/// <param name="LeastFen">What that receipt must come to, in fen.</param>
/// <param name="IsOpen">A receipt of the day has opened it and was not used for it yet.</param>
/// <param name="LargestFen">The largest receipt of the day so far, in fen; 0: none.</param>
public sealed record ReceiptOffer(
    string Reward, LocalName Name, long ListPoints, long Points, long LeastFen, bool IsOpen, long LargestFen);
