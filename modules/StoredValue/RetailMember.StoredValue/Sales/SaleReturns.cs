using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>Takes sales off their cards again, by the hand of somebody who neither sold nor took the money.</summary>
internal sealed class SaleReturns(
    StoredValueDb db, SaleBook book, CashPayouts cash, CardPayout payout, SaleRefunds refunds)
{
    /// <summary>
    /// The sale with its card, both locked: the card first, as closing a card locks them. Only one that was loaded.
    /// </summary>
    public async Task<OpenSale> OpenAsync(
        long saleNo, string permission, bool forCash, CallContext call, CancellationToken cancel)
    {
        var known = await db.CardSales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == saleNo, cancel);
        var opened = known is { CardId: { } card, LoadId: { } load } ? await cash.OpenAsync(card, [load], forCash, cancel) : null;
        var sale = await book.HoldAsync(saleNo, permission, call, cancel);
        SaleBook.Require(sale, SaleState.Loaded, SaleState.Delivered, SaleState.Refunded);
        if (sale.IsSoldBy(call.Caller) || sale.IsPaidTo(call.Caller.Name))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        return new OpenSale(sale, opened!, opened!.Find(sale.CardId!.Value)!);
    }

    /// <summary>Refuses a sale of which nothing can be paid out now.</summary>
    public async Task RequireReturnableAsync(OpenSale it, CancellationToken cancel)
    {
        var card = it.Card.Card;
        SaleBook.Require(it.Sale, SaleState.Loaded, SaleState.Delivered);
        await ClosingRules.RequireNoClosingAsync(db, card.Id, cancel);
        if (card.State != CardState.Active) throw new Refusal("storedvalue.card-state", RefusalKind.Conflict);
        if (card.Frozen.TotalFen > 0) throw new Refusal("storedvalue.card-has-holds", RefusalKind.Conflict);
        // A gift is never turned into money, nor a sale taken back for its award's sake alone.
        if (it.Left.PrincipalFen == 0) throw new Refusal("storedvalue.nothing-to-pay-out", RefusalKind.Conflict);
    }

    /// <summary>
    /// Pays out what is left of its principal and cancels what is left of its bonus; a new card that is empty then is closed.
    /// </summary>
    public async Task<Pockets> PayOutAsync(OpenSale it, string reason, CallContext call, CancellationToken cancel)
    {
        var (sale, opened, open) = it;
        var occasion = CardOccasion.Of(book.At(sale, call));
        var left = CardPayout.TakeBack(opened, open, sale.LoadId!.Value, occasion, reason);
        if (sale.Kind == SaleKind.Card && open.Card.Available.TotalFen == 0)
        {
            open.Card.State = CardState.Closed;
            opened.Restate(open.Card);
        }

        await opened.SaveAsync(cancel);
        await refunds.ApplyAsync(sale, left.PrincipalFen, reason, occasion, cancel);
        await payout.TellModulesAsync([sale.LoadId!.Value], cancel);
        return left;
    }
}

/// <summary>A sale with the card that it loaded.</summary>
internal sealed record OpenSale(CardSale Sale, CardBook Book, OpenCard Card)
{
    /// <summary>What is left of its load.</summary>
    public Pockets Left => Card.Loads.Single(l => l.Row.Id == Sale.LoadId).Row.Left;
}
