using RetailMember.Modules;

namespace RetailMember.Membership;

/// <summary>
/// A seam of the till: a module says what somebody who became a member now could take off the very basket that he stands
/// there with, such as a voucher for joining. It only looks. What several modules say adds up, each on what those before
/// it have left to pay.
/// </summary>
[Seam]
public interface IJoiningOffer
{
    /// <summary>The module that offers; it is asked only where that module is on for the brand and store.</summary>
    string Module { get; }

    int Order { get; }

    /// <summary>What it would take off, in the order in which it is laid on; nothing where it offers nothing.</summary>
    ValueTask<IReadOnlyList<JoiningSaving>> OfAsync(JoiningBasket basket, CancellationToken cancel);
}

/// <summary>A basket whose buyer is not a member yet.</summary>
/// <param name="Tier">Code of the tier that he would begin on.</param>
/// <param name="On">Business date of the brand.</param>
/// <param name="StoreCode">Where he stands.</param>
/// <param name="Lines">At the price that he would have as a member.</param>
public sealed record JoiningBasket(string Tier, DateOnly On, string StoreCode, IReadOnlyList<TenderBasketLine> Lines);

/// <summary>What one voucher or other right would take off.</summary>
/// <param name="Name">In the language of the request.</param>
/// <param name="LineFen">Of each line, in fen: together above zero, and no line beyond what is left.</param>
public sealed record JoiningSaving(string Name, IReadOnlyList<long> LineFen)
{
    /// <summary>In fen.</summary>
    public long AmountFen => LineFen.Sum();
}
