using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Sales.Prospects;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.HandOver;

/// <summary>
/// Gives the customers of a seller who sells here no more to another: their renewals are credited to him from now on, and
/// their cards stand in his renewal book, and whom the leaver was to win is on his list. What was sold before stays
/// whose it is. Nobody gives them to himself.
/// </summary>
[Needs(SalesPermissions.HandOverCustomers)]
internal sealed class HandOverCustomers(StoredValueDb db, IRows rows, Crediting crediting, LeftBooks books, ProspectBook prospects)
    : UseCase<HandOverCustomers.Input, HandOverCustomers.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand.Id;
        var today = call.RequiredBrand.DateOf(call.At);
        if (await books.FindAsync(input.Leaver, today, cancel) is not { } leaver)
            throw new Refusal("storedvalue.leaver-not-found", RefusalKind.NotFound, ("seller", input.Leaver));
        if (crediting.Sells(leaver.Seller, brand))
            throw new Refusal("storedvalue.seller-sells-still", RefusalKind.Conflict, ("seller", leaver.UserName));
        var to = crediting.Find(input.Receiver, brand);
        if (call.Caller.Id == to.Id) throw new Refusal("storedvalue.second-person-needed", RefusalKind.Forbidden);
        var own = await db.Cards.AsNoTracking().Where(c => c.LastSellerId == leaver.Seller && c.State != CardState.Closed)
            .Select(c => c.Id).ToListAsync(cancel);
        // Somebody else may have sold to a card meanwhile: then it is his.
        var cards = (await rows.LockAsync<Card, Guid>(c => c.Id, own, cancel)).FindAll(c => c.LastSellerId == leaver.Seller);
        foreach (var card in cards) card.LastSellerId = to.Id;
        await rows.UpdateAsync(cards, [nameof(Card.LastSellerId)], cancel);
        var given = await prospects.PassOnAsync(leaver.Seller, to.Id, to.UserName, today, cancel);
        return new Result(leaver.UserName, to.UserName, cards.Count, given);
    }

    /// <param name="Leaver">User name of who sells here no more, or his key, as the list of left customers has it.</param>
    /// <param name="Receiver">User name of who looks after them from now on.</param>
    internal sealed record Input(string Leaver, string Receiver, string Reason) : IInput<Result>;

    /// <param name="CardCount">Cards whose renewals are credited to him now.</param>
    /// <param name="ProspectCount">Customers whom he is to win now.</param>
    internal sealed record Result(string Leaver, string Receiver, int CardCount, int ProspectCount);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Leaver).NotEmpty().MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Receiver).NotEmpty().MaximumLength(SalesTables.NameLength);
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(SalesTables.ReasonLength);
        }
    }
}
