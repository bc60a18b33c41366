using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.People;
using RetailMember.Settings;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>Fetches sales of the current brand to be moved on, each locked so that one step is done once.</summary>
internal sealed class SaleBook(StoredValueDb db, IRows rows, DataSession session, IBrandDirectory brands, ISettings settings)
{
    public const string SellersMayLoadSetting = "StoredValue.SellersMayLoad";

    /// <summary>
    /// Locked, and changed through the context. Whoever may work at some stores alone finds no sale of another.
    /// </summary>
    public async Task<CardSale> HoldAsync(long saleNo, string permission, CallContext call, CancellationToken cancel)
    {
        var sale = await FindAsync(saleNo, cancel);
        return sale is not null && Reaches(sale, permission, call) ? sale : throw NotFound(saleNo);
    }

    /// <summary>The same for whose own the sale is.</summary>
    public async Task<CardSale> HoldAsync(long saleNo, CancellationToken cancel) =>
        await FindAsync(saleNo, cancel) ?? throw NotFound(saleNo);

    /// <summary>The same; null: the brand has none of this number.</summary>
    public async Task<CardSale?> FindAsync(long saleNo, CancellationToken cancel)
    {
        var sale = (await rows.LockAsync<CardSale, long>(s => s.Id, [saleNo], cancel)).Find(s => s.BrandId == session.Brand);
        if (sale is not null) db.CardSales.Attach(sale);
        return sale;
    }

    public static Refusal NotFound(long saleNo) => new("storedvalue.sale-not-found", RefusalKind.NotFound, ("sale", saleNo));

    public static bool Reaches(CardSale sale, string permission, CallContext call) =>
        call.Reaches(permission, sale.StoreId);

    /// <summary>He sees all sales of its store, or it is his own: credited to him or written down by him.</summary>
    public static bool Sees(CardSale sale, CallContext call) =>
        call.Caller is not { Kind: CallerKind.Person, Id: { } own } || sale.SellerId == own || sale.DraftedById == own
        || Reaches(sale, SalesPermissions.ViewSales, call);

    /// <summary>Refuses a step that the sale's state does not allow.</summary>
    public static void Require(CardSale sale, params ReadOnlySpan<SaleState> states)
    {
        if (!states.Contains(sale.State))
            throw NotInThisState(sale);
    }

    public static Refusal NotInThisState(CardSale sale) =>
        new("storedvalue.sale-not-in-this-state", RefusalKind.Conflict, ("sale", sale.Id), ("state", sale.State));

    /// <summary>Who sells neither takes the money nor makes the card, unless the brand is so small that it lets him.</summary>
    public void RequireSecondPerson(CardSale sale, Caller caller, string refusal)
    {
        if (sale.IsSoldBy(caller) && !OneMayDoAll(sale.BrandId))
            throw new Refusal(refusal, RefusalKind.Forbidden);
    }

    /// <summary>Whoever took the money does not go on alone, unless the brand is so small that it lets him.</summary>
    public void RequireOtherThanPayee(CardSale sale, Caller caller)
    {
        if (sale.IsPaidTo(caller.Name) && !OneMayDoAll(sale.BrandId))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
    }

    /// <summary>The brand is so small that one person sells, takes the money and loads.</summary>
    public bool OneMayDoAll(int brandId) => settings.YesNo(SellersMayLoadSetting, brandId);

    /// <summary>The card that is reloaded, to look at; null: a new one is sold.</summary>
    public async Task<Card?> CardOfAsync(CardSale sale, CancellationToken cancel) => sale.CardId is { } card
        ? await db.Cards.AsNoTracking().SingleAsync(c => c.Id == card, cancel)
        : null;

    public CallContext At(CardSale sale, CallContext call) => call with { Store = brands.FindStore(sale.StoreId) };
}
