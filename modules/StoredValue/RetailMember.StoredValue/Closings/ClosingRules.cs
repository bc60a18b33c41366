using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Closings;

/// <summary>Which cards can be given up, and how they are paid out.</summary>
internal static class ClosingRules
{
    /// <summary>
    /// Refuses what would change whose money, or how much, somebody is about to pay out: for the card as a whole or for
    /// one of its sales. Asked under the card's lock.
    /// </summary>
    public static async Task RequireNoneAsync(StoredValueDb db, Guid card, CancellationToken cancel)
    {
        await RequireNoClosingAsync(db, card, cancel);
        if (await db.SaleRefunds.AnyAsync(
            r => r.State == ClosingState.Requested && db.CardSales.Any(s => s.Id == r.SaleId && s.CardId == card),
            cancel))
            throw new Refusal("storedvalue.card-refund-waits", RefusalKind.Conflict);
    }

    /// <summary>Refuses what would change how much a card that is about to be closed pays out.</summary>
    public static async Task RequireNoClosingAsync(StoredValueDb db, Guid card, CancellationToken cancel)
    {
        if (await db.CardClosings.AnyAsync(c => c.CardId == card && c.State == ClosingState.Requested, cancel))
            throw new Refusal("storedvalue.closing-requested-already", RefusalKind.Conflict);
    }

    public static void Require(Card card)
    {
        if (card.State is not (CardState.Active or CardState.Blocked))
            throw new Refusal("storedvalue.card-state", RefusalKind.Conflict);
        if (card.Frozen != Pockets.None) throw new Refusal("storedvalue.card-has-holds", RefusalKind.Conflict);
        // A gift is never turned into money.
        if (card.PrincipalFen == 0) throw new Refusal("storedvalue.nothing-to-pay-out", RefusalKind.Conflict);
    }
}
