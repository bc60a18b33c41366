using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Restaurant.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Tables;

/// <summary>The bills of a store's tables, the last opened first.</summary>
[Needs(RestaurantRights.ServeTables)]
internal sealed class FindTables(RestaurantDb db, IBrandDirectory brands) : Query<FindTables.Input, PageOf<TableBillLine>>
{
    protected override async Task<PageOf<TableBillLine>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = TableBook.RequireStore(call).Id;
        var bills = db.TableBills.AsNoTracking().Where(b => b.StoreId == store);
        if (input.State is { } state) bills = bills.Where(b => b.State == state);
        if (Cursor.Read<Place>(input.After) is { } place)
            bills = bills.Where(b => b.OpenedAt < place.At || (b.OpenedAt == place.At && b.Id < place.Bill));
        var rows = await bills.OrderByDescending(b => b.OpenedAt).ThenByDescending(b => b.Id)
            .Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<TableBillLine>.Of(rows, input.Size, b => new Place(b.OpenedAt, b.Id), b => TableBillLine.Of(b, brands));
    }

    private sealed record Place(DateTime At, Guid Bill);

    internal sealed record Input(
        string? StoreCode = null, TableBillState? State = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<TableBillLine>>, IAtStore;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

/// <summary>One bill with what was ordered.</summary>
[Needs(RestaurantRights.ServeTables)]
internal sealed class ReadTable(RestaurantDb db, TableBook book) : Query<ReadTable.Input, TableBillView>
{
    protected override async Task<TableBillView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = TableBook.RequireStore(call).Id;
        return await book.ViewAsync(
            await db.TableBills.AsNoTracking().SingleOrDefaultAsync(b => b.Id == input.Bill && b.StoreId == store, cancel)
                ?? throw TableBook.NotFound(),
            call, cancel);
    }

    internal sealed record Input(Guid Bill, string? StoreCode = null) : IInput<TableBillView>, IAtStore;
}
