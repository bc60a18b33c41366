using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Restaurant.Data;
using RetailMember.StoredValue;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Tables;

/// <summary>Opens tables and their bills: whoever changes a bill has locked its table first, then the card.</summary>
internal sealed class TableBook(RestaurantDb db, IRows rows, ICardHolds holds, IBrandDirectory brands)
{
    /// <summary>The table, locked.</summary>
    public async Task<DiningTable> LockTableAsync(Store store, string tableNo, CancellationToken cancel)
    {
        var place = PlaceOf(store, tableNo);
        await rows.InsertMissingAsync([new DiningTable { Place = place, BrandId = store.BrandId }], cancel);
        return (await rows.LockAsync<DiningTable, string>(t => t.Place, [place], cancel)).Single();
    }

    /// <summary>An open bill of the call's store with its table locked; refuses one that is over.</summary>
    public async Task<OpenTableBill> OpenAsync(Guid bill, CallContext call, CancellationToken cancel)
    {
        var store = RequireStore(call);
        var place = await db.TableBills.AsNoTracking().Where(b => b.Id == bill && b.StoreId == store.Id)
            .Select(b => b.Place).SingleOrDefaultAsync(cancel) ?? throw NotFound();
        var table = (await rows.LockAsync<DiningTable, string>(t => t.Place, [place], cancel)).Single();
        // Read under the lock: it may have been paid meanwhile.
        var found = await db.TableBills.AsNoTracking().SingleAsync(b => b.Id == bill, cancel);
        if (found.State != TableBillState.Open) throw new Refusal("restaurant.bill-closed", RefusalKind.Conflict);
        return new OpenTableBill(
            table, found, await db.TableBillItems.AsNoTracking().CountAsync(i => i.BillId == bill, cancel));
    }

    /// <summary>Sees to it that what was ordered is set aside: the hold grows, and one that is over is made anew.</summary>
    public async Task KeepAsync(TableBill bill, CallContext call, CancellationToken cancel)
    {
        if (bill.TotalFen == 0) return;
        var held = await holds.KeepAsync(bill.HoldId, bill.TotalFen, call, cancel);
        (bill.HoldId, bill.HeldFen, bill.HeldUntil) = (held.Hold, held.Fen, held.ExpiresAt);
    }

    public async Task SaveAsync(OpenTableBill open, CancellationToken cancel)
    {
        await rows.UpdateAsync([open.Bill], TableBill.Changing, cancel);
        if (open.Bill.State == TableBillState.Open) return;
        open.Table.OpenBill = null;
        await SaveAsync(open.Table, cancel);
    }

    public Task SaveAsync(DiningTable table, CancellationToken cancel) =>
        rows.UpdateAsync([table], [nameof(DiningTable.OpenBill)], cancel);

    /// <summary>A bill as staff sees it.</summary>
    public async Task<TableBillView> ViewAsync(TableBill bill, CallContext call, CancellationToken cancel)
    {
        var items = await db.TableBillItems.AsNoTracking().Where(i => i.BillId == bill.Id).OrderBy(i => i.No).ToListAsync(cancel);
        return new TableBillView(
            TableBillLine.Of(bill, brands),
            [.. items.Select(i => new TableBillView.Item(i.No, i.Dish, new Money(i.Fen), i.AddedBy, i.AddedAt))],
            bill.HoldId, bill.HeldUntil, bill.State == TableBillState.Open && bill.HeldUntil <= call.At);
    }

    public static Store RequireStore(CallContext call) =>
        call.Store ?? throw new Refusal("store.needed", RefusalKind.Invalid);

    public static Refusal NotFound() => new("restaurant.bill-not-found", RefusalKind.NotFound);

    /// <summary>Letter case makes no other table.</summary>
    public static string PlaceOf(Store store, string tableNo) =>
        string.Create(CultureInfo.InvariantCulture, $"{store.Id}/{tableNo.Trim().ToUpperInvariant()}");
}

/// <summary>An open bill whose table is locked.</summary>
/// <param name="Items">How many lines it has.</param>
internal sealed record OpenTableBill(DiningTable Table, TableBill Bill, int Items)
{
    public void Close(TableBillState state, CallContext call, string? reason = null) =>
        (Bill.State, Bill.ClosedBy, Bill.ClosedAt, Bill.Reason) = (state, call.Caller.Name, call.At, reason);
}
