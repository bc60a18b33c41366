using FluentValidation;
using RetailMember.Data;
using RetailMember.StoredValue;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Tables;

/// <summary>Opens a table's bill: an amount of the guest's card is set aside for it.</summary>
[Needs(RestaurantRights.ServeTables)]
internal sealed class OpenTable(TableBook book, ICardHolds holds, IRows rows) : UseCase<OpenTable.Input, TableBillView>
{
    protected override async Task<TableBillView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var store = TableBook.RequireStore(call);
        var table = await book.LockTableAsync(store, input.TableNo, cancel);
        if (table.OpenBill is not null)
            throw new Refusal("restaurant.table-taken", RefusalKind.Conflict, ("table", input.TableNo));
        var id = Guid.CreateVersion7();
        var held = await holds.HoldAsync(input.Card, input.Amount.Fen, input.TableNo.Trim(), call, cancel);
        var bill = new TableBill
        {
            Id = id,
            BrandId = store.BrandId,
            StoreId = store.Id,
            Place = table.Place,
            TableNo = input.TableNo.Trim(),
            CardNumber = held.MaskedNumber,
            HoldId = held.Hold,
            HeldFen = held.Fen,
            HeldUntil = held.ExpiresAt,
            OpenedBy = call.Caller.Name,
            OpenedAt = call.At,
        };
        await rows.InsertAsync([bill], cancel);
        table.OpenBill = id;
        await book.SaveAsync(table, cancel);
        return await book.ViewAsync(bill, call, cancel);
    }

    internal sealed record Input : IInput<TableBillView>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key opens once.</summary>
        public required string Key { get; init; }

        /// <summary>Tills may leave it out: their own store is meant.</summary>
        public string? StoreCode { get; init; }

        public required string TableNo { get; init; }

        /// <summary>The card's number as scanned or typed.</summary>
        [Personal]
        public required string Card { get; init; }

        /// <summary>Yuan that are set aside.</summary>
        public required Money Amount { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.TableNo).NotEmpty().MaximumLength(16);
            RuleFor(i => i.Card).NotEmpty().MaximumLength(32);
            RuleFor(i => i.Amount).IsAmount();
        }
    }
}
