using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Types;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Takes a sale back while the customer may without a reason: what is left of its principal is paid out, what is left of
/// its bonus is cancelled, and what the seller earned with the principal is taken back. Neither who sold nor who took the
/// money pays it out. Later a card is closed instead.
/// </summary>
[Needs(SalesPermissions.RefundSales)]
internal sealed class RefundSale(
    StoredValueDb db, SaleBook book, CardBooks cards, CardTypeShelf types, SaleRefunds refunds, SaleViews views)
    : UseCase<RefundSale.Input, RefundSale.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        // The card before the sale, as closing a card locks them.
        var known = await db.CardSales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.Sale, cancel);
        var opened = known is { CardId: { } card, LoadId: { } load } ? await cards.OpenAsync([card], [load], cancel) : null;
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.RefundSales, call, cancel);
        SaleBook.Require(sale, SaleState.Loaded, SaleState.Delivered);
        if (sale.IsSoldBy(call.Caller) || call.Caller.Name == sale.PaidBy)
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        await RequireInTimeAsync(sale, call, cancel);
        var open = opened!.Find(sale.CardId!.Value)!;
        if (open.Card.State == CardState.Blocked) throw new Refusal("storedvalue.card-state", RefusalKind.Conflict);
        if (open.Card.Frozen.TotalFen > 0) throw new Refusal("storedvalue.card-has-holds", RefusalKind.Conflict);
        var occasion = CardOccasion.Of(book.At(sale, call));
        var left = CardPayout.TakeBack(opened, open, sale.LoadId!.Value, occasion, input.Reason);
        if (sale.Kind == SaleKind.Card && open.Card.Available.TotalFen == 0)
        {
            open.Card.State = CardState.Closed;
            opened.Restate(open.Card);
        }

        await opened.SaveAsync(cancel);
        await refunds.ApplyAsync(sale, left.PrincipalFen, input.Reason, occasion, cancel);
        return new Result(await views.OfAsync(sale, cancel), new Money(left.PrincipalFen), new Money(left.BonusFen));
    }

    private async Task RequireInTimeAsync(CardSale sale, CallContext call, CancellationToken cancel)
    {
        var terms = (await types.InForceAsync(sale.CardType, sale.LoadedAt!.Value, cancel)).Terms;
        var last = CoolingOff.LastDay(sale.DeliveredOn ?? sale.LoadedOn!.Value, terms);
        if (call.RequiredBrand.DateOf(call.At) > last)
            throw new Refusal("storedvalue.cooling-off-over", RefusalKind.Conflict, ("lastDay", last));
    }

    internal sealed record Input(long Sale, string Reason) : IInput<Result>, IKeyed
    {
        string IKeyed.BusinessKey => Sale.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <param name="PaidOut">Yuan to be paid to the customer.</param>
    /// <param name="BonusCancelled">Yuan.</param>
    internal sealed record Result(SaleView CardSale, Money PaidOut, Money BonusCancelled);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
    }
}
