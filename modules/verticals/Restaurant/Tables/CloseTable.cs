using FluentValidation;
using RetailMember.StoredValue;
using RetailMember.UseCases;

namespace RetailMember.Restaurant.Tables;

/// <summary>
/// Pays a table's bill out of what was set aside, all of it or nothing; the rest comes back to the card, and the one slip is
/// signed. What has come back to the card meanwhile is set aside anew: the card must still have it.
/// </summary>
[Needs(RestaurantRights.ServeTables)]
internal sealed class PayTable(TableBook book, ICardHolds holds) : UseCase<PayTable.Input, TableBillView>
{
    protected override async Task<TableBillView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var open = await book.OpenAsync(input.Bill, call, cancel);
        var bill = open.Bill;
        if (bill.TotalFen == 0) throw new Refusal("restaurant.bill-empty", RefusalKind.Conflict);
        await book.KeepAsync(bill, call, cancel);
        await holds.CaptureAsync(bill.HoldId, bill.TotalFen, call, cancel);
        open.Close(TableBillState.Paid, call);
        await book.SaveAsync(open, cancel);
        return await book.ViewAsync(bill, call, cancel);
    }

    internal sealed record Input : TableStep, IInput<TableBillView>;

    internal sealed class Rules : TableStepRules<Input>;
}

/// <summary>Gives a table's bill up: all that was set aside comes back to the card.</summary>
[Needs(RestaurantRights.ServeTables)]
internal sealed class GiveUpTable(TableBook book, ICardHolds holds) : UseCase<GiveUpTable.Input, TableBillView>
{
    protected override async Task<TableBillView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var open = await book.OpenAsync(input.Bill, call, cancel);
        await holds.ReleaseAsync(open.Bill.HoldId, call, cancel);
        open.Close(TableBillState.GivenUp, call, input.Reason.Trim());
        await book.SaveAsync(open, cancel);
        return await book.ViewAsync(open.Bill, call, cancel);
    }

    internal sealed record Input : TableStep, IInput<TableBillView>
    {
        public required string Reason { get; init; }
    }

    internal sealed class Rules : TableStepRules<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(200);
    }
}

/// <summary>A step that ends a bill.</summary>
internal abstract record TableStep : IKeyed, IAtStore
{
    public required Guid Bill { get; init; }

    /// <summary>Drawn by whoever asks; the same key does it once.</summary>
    public required string Key { get; init; }

    public string? StoreCode { get; init; }

    string IKeyed.BusinessKey => Key;
}

internal abstract class TableStepRules<TStep> : AbstractValidator<TStep>
    where TStep : TableStep
{
    protected TableStepRules() => RuleFor(s => s.Key).NotEmpty().MaximumLength(64);
}
