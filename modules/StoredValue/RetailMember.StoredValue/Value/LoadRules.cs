using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Value;

/// <summary>What a card takes: asked when value for it is sold, when more bonus is decided, and when it is loaded.</summary>
internal static class LoadRules
{
    /// <summary>Why it does not take a load; null: it does.</summary>
    public static Refusal? Fault(PlannedLoad load, CardTypeTerms terms)
    {
        if (load.Card is { State: not CardState.Active }) return new Refusal("storedvalue.card-not-active", RefusalKind.Conflict);
        if (!load.IsFirst && !terms.MayBeRecharged) return new Refusal("storedvalue.card-not-rechargeable", RefusalKind.Conflict);
        if (terms.Named && load.Holder is null) return new Refusal("storedvalue.card-needs-holder", RefusalKind.Conflict);
        if (!load.IsGift && load.PrincipalFen < terms.MinimumLoad.Fen)
            return new Refusal("storedvalue.below-minimum-load", RefusalKind.Conflict, ("minimum", terms.MinimumLoad));
        return terms.MaximumBalance is { } most && load.AfterFen > most.Fen
            ? new Refusal("storedvalue.above-maximum-balance", RefusalKind.Conflict, ("maximum", most))
            : null;
    }
}

/// <summary>A load that is to be made.</summary>
/// <param name="Card">Null: one that is made for it.</param>
/// <param name="Holder">Whose the card is, or will be.</param>
/// <param name="IsFirst">Whether nothing was ever loaded on the card.</param>
internal sealed record PlannedLoad(Card? Card, Guid? Holder, bool IsFirst, long PrincipalFen, long BonusFen)
{
    public bool IsGift { get; init; }

    /// <summary>What the card has afterwards, with what holds keep of it.</summary>
    public long AfterFen => (Card is { } card ? (card.Available + card.Frozen).TotalFen : 0) + PrincipalFen + BonusFen;
}
