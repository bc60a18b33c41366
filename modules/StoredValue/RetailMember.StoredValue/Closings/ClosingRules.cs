using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>Which cards can be given up, and how they are paid out.</summary>
internal static class ClosingRules
{
    public static void Require(Card card, CardTypeTerms terms, PayoutWay payout)
    {
        if (card.State is not (CardState.Active or CardState.Blocked))
            throw new Refusal("storedvalue.card-state", RefusalKind.Conflict);
        if (card.Frozen != Pockets.None) throw new Refusal("storedvalue.card-has-holds", RefusalKind.Conflict);
        // A gift is never turned into money.
        if (card.PrincipalFen == 0) throw new Refusal("storedvalue.nothing-to-pay-out", RefusalKind.Conflict);
        if (payout == PayoutWay.Cash && card.PrincipalFen > terms.Refund.CashUpTo.Fen)
            throw new Refusal("storedvalue.too-much-for-cash", RefusalKind.Conflict, ("most", terms.Refund.CashUpTo));
    }
}
