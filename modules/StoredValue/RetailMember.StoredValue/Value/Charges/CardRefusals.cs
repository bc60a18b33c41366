using RetailMember.StoredValue.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value.Charges;

/// <summary>Why a card does not pay.</summary>
internal static class CardRefusals
{
    /// <summary>
    /// One and the same for a number that is nobody's, another brand's, in stock, given up, or blocked because it is not in
    /// its holder's hands: who tries numbers learns nothing.
    /// </summary>
    public const string NotUsable = "storedvalue.card-not-usable";

    public static Refusal Unusable() => new(NotUsable, RefusalKind.NotFound);

    public static Refusal Replaced() => new("storedvalue.card-replaced", RefusalKind.Conflict);

    public static Refusal? OfState(Card card) => card switch
    {
        { State: CardState.Active } => null,
        { State: CardState.Blocked, BlockedFor: BlockReason.Request } =>
            new Refusal("storedvalue.card-blocked", RefusalKind.Conflict),
        _ => Unusable(),
    };

    /// <summary>The cards cannot pay all of it: nothing is paid, and the till is told how much could be.</summary>
    /// <param name="askedFen">What was to be paid.</param>
    /// <param name="payableFen">What they could pay of these goods here.</param>
    /// <param name="heldFen">What is on them that can be used today, wherever and for whatever.</param>
    public static Refusal Short(long askedFen, long payableFen, long heldFen) => new(
        heldFen >= askedFen ? "storedvalue.card-not-for-this" : "storedvalue.card-short", RefusalKind.Conflict,
        ("asked", new Money(askedFen)), ("payable", new Money(payableFen)));
}
