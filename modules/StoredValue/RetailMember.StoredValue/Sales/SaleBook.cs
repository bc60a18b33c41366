using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>Fetches sales of the current brand to be moved on, each locked so that one step is done once.</summary>
internal sealed class SaleBook(StoredValueDb db, IRows rows, DataSession session, IBrandDirectory brands)
{
    /// <summary>
    /// Locked, and changed through the context. Whoever may work at some stores alone finds no sale of another.
    /// </summary>
    public async Task<CardSale> HoldAsync(long saleNo, string permission, CallContext call, CancellationToken cancel)
    {
        var sale = (await rows.LockAsync<CardSale, long>(s => s.Id, [saleNo], cancel)).Find(s => s.BrandId == session.Brand);
        if (sale is null || !Reaches(sale, permission, call))
            throw new Refusal("storedvalue.sale-not-found", RefusalKind.NotFound, ("sale", saleNo));
        db.CardSales.Attach(sale);
        return sale;
    }

    public static bool Reaches(CardSale sale, string permission, CallContext call) =>
        call.Reaches(permission, sale.StoreId);

    /// <summary>Refuses a step that the sale's state does not allow.</summary>
    public static void Require(CardSale sale, params ReadOnlySpan<SaleState> states)
    {
        if (!states.Contains(sale.State))
            throw new Refusal("storedvalue.sale-not-in-this-state", RefusalKind.Conflict, ("sale", sale.Id), ("state", sale.State));
    }

    public CallContext At(CardSale sale, CallContext call) => call with { Store = brands.FindStore(sale.StoreId) };
}
