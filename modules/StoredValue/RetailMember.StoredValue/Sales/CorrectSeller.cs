using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.StoredValue.Commissions;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales;

/// <summary>
/// Credits a delivered sale to somebody else, as when a dispute shows that the wrong one was named: what the one had for it
/// is taken back, what the other has is reckoned by the rules that held at its delivery. Done by neither of them nor by who
/// drafted it, nor by who has sales in the same race; never to who took its money or loaded it. Renewals follow where nobody
/// has sold to the card since.
/// </summary>
[Needs(SalesPermissions.AnswerDisputes)]
internal sealed class CorrectSeller(
    StoredValueDb db, IRows rows, SaleBook book, Crediting crediting, CommissionBook commissions, SaleViews views)
    : UseCase<CorrectSeller.Input, SaleView>
{
    protected override async Task<SaleView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var to = crediting.Find(input.Seller, call.RequiredBrand.Id);
        // The card before the sale, as everything locks them.
        var known = await db.CardSales.AsNoTracking().Where(s => s.Id == input.Sale).Select(s => s.CardId).SingleOrDefaultAsync(cancel);
        var card = known is { } id ? (await rows.LockAsync<Card, Guid>(c => c.Id, [id], cancel)).SingleOrDefault() : null;
        var sale = await book.HoldAsync(input.Sale, SalesPermissions.AnswerDisputes, call, cancel);
        SaleBook.Require(sale, SaleState.Delivered, SaleState.Refunded);
        if (sale.DeliveredOn is null || sale.SellerId == to.Id) throw new Refusal("storedvalue.nothing-to-correct", RefusalKind.Conflict);
        if (call.Caller.Id is { } caller && (caller == to.Id || caller == sale.SellerId || caller == sale.DraftedById))
            throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        if (await SellsInRaceAsync(sale, call, cancel)) throw new Refusal("storedvalue.corrector-in-race", RefusalKind.Forbidden);
        if ((sale.IsPaidTo(to.UserName) || sale.LoadedBy == to.UserName) && !book.OneMayDoAll(sale.BrandId))
            throw new Refusal("storedvalue.seller-had-the-money", RefusalKind.Conflict);
        // What was the store's or nobody's left the card to whoever sold to it before.
        if (card is not null && (sale.SellerId is null || card.LastSellerId == sale.SellerId) && await IsLatestAsync(sale, cancel))
        {
            card.LastSellerId = to.Id;
            await rows.UpdateAsync([card], [nameof(Card.LastSellerId)], cancel);
        }

        await commissions.PassOnAsync(sale, to, CardOccasion.Of(book.At(sale, call)), cancel);
        (sale.FormerSeller, sale.SellerId, sale.Seller, sale.Attribution) = (sale.Seller, to.Id, to.UserName, Attribution.Named);
        (sale.CorrectedBy, sale.CorrectedWhy, sale.CorrectedAt) = (call.Caller.Name, input.Reason, call.At);
        return await views.OfAsync(sale, cancel);
    }

    /// <summary>An award of the campaign could come to whoever has sales in it himself.</summary>
    private async Task<bool> SellsInRaceAsync(CardSale sale, CallContext call, CancellationToken cancel) =>
        sale.Campaign is { } race && call.Caller.Id is { } caller
        && await db.CardSales.AnyAsync(s => s.Campaign == race && s.SellerId == caller, cancel);

    private async Task<bool> IsLatestAsync(CardSale sale, CancellationToken cancel) => !await db.CardSales.AnyAsync(
        s => s.CardId == sale.CardId && s.SellerId != null
            && (s.LoadedAt > sale.LoadedAt || (s.LoadedAt == sale.LoadedAt && s.Id > sale.Id)),
        cancel);

    /// <param name="Seller">User name of who sold it.</param>
    /// <param name="Reason">What shows it.</param>
    internal sealed record Input(long Sale, string Seller, string Reason) : IInput<SaleView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Seller).NotEmpty().MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
        }
    }
}
