using FluentValidation;
using RetailMember.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Tables;

/// <summary>
/// Puts what a table orders on its bill, or takes it off. Where the bill outgrows what is set aside, the hold is raised, and
/// where its time is over, it is made anew; where the card has no more, nothing is added.
/// </summary>
[Needs(RestaurantRights.ServeTables)]
internal sealed class AddToTable(TableBook book, IRows rows) : UseCase<AddToTable.Input, TableBillView>
{
    protected override async Task<TableBillView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var open = await book.OpenAsync(input.Bill, call, cancel);
        var bill = open.Bill;
        bill.TotalFen += input.Amount.Fen;
        if (bill.TotalFen < 0) throw new Refusal("restaurant.bill-below-zero", RefusalKind.Conflict);
        await book.KeepAsync(bill, call, cancel);
        await rows.InsertAsync(
            [
                new TableBillItem
                {
                    BillId = bill.Id, No = open.Items + 1, BrandId = bill.BrandId, Dish = input.Dish.Trim(),
                    Fen = input.Amount.Fen, AddedBy = call.Caller.Name, AddedAt = call.At,
                },
            ],
            cancel);
        await book.SaveAsync(open, cancel);
        return await book.ViewAsync(bill, call, cancel);
    }

    internal sealed record Input : IInput<TableBillView>, IKeyed, IAtStore
    {
        public required Guid Bill { get; init; }

        /// <summary>Drawn by whoever asks; the same key adds once.</summary>
        public required string Key { get; init; }

        public string? StoreCode { get; init; }

        public required string Dish { get; init; }

        /// <summary>Yuan at the list price; below zero takes something off.</summary>
        public required Money Amount { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Dish).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Amount)
                .Must(a => a.Fen is not 0 and >= -Money.LargestAcceptedFen and <= Money.LargestAcceptedFen)
                .WithErrorCode("restaurant.amount-zero");
        }
    }
}
