using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Closings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>Takes sales off their cards again, by the hand of somebody who neither sold nor took the money.</summary>
internal sealed class SaleReturns(StoredValueDb db, SaleBook book, CardBooks cards, SaleRefunds refunds)
{
    /// <summary>The sale with its card, both locked: the card first, as closing a card locks them.</summary>
    public async Task<OpenSale> OpenAsync(long saleNo, string permission, CallContext call, CancellationToken cancel)
    {
        var known = await db.CardSales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == saleNo, cancel);
        var opened = known is { CardId: { } card, LoadId: { } load } ? await cards.OpenAsync([card], [load], cancel) : null;
        var sale = await book.HoldAsync(saleNo, permission, call, cancel);
        SaleBook.Require(sale, SaleState.Loaded, SaleState.Delivered);
        if (sale.IsSoldBy(call.Caller) || call.Caller.Name == sale.PaidBy)
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        var open = opened!.Find(sale.CardId!.Value)!;
        await ClosingRules.RequireNoneAsync(db, open.Card.Id, cancel);
        if (open.Card.State == CardState.Blocked) throw new Refusal("storedvalue.card-state", RefusalKind.Conflict);
        if (open.Card.Frozen.TotalFen > 0) throw new Refusal("storedvalue.card-has-holds", RefusalKind.Conflict);
        return new OpenSale(sale, opened, open);
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
        return left;
    }
}

/// <summary>A sale that may be taken back, with the card that it loaded.</summary>
internal sealed record OpenSale(CardSale Sale, CardBook Book, OpenCard Card)
{
    /// <summary>What is left of its load.</summary>
    public Pockets Left => Card.Loads.Single(l => l.Row.Id == Sale.LoadId).Row.Left;
}
