using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Value;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Cards;

/// <summary>
/// Lets what is on a card be used until a later day. What had expired counts again: by law a balance is not lost with the
/// card's days.
/// </summary>
[Needs(StoredValuePermissions.ManageCards)]
internal sealed class ExtendCard(StoredValueDb db, CardBooks books, CardViews views) : UseCase<ExtendCard.Input, CardView>
{
    protected override async Task<CardView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input.Until < call.RequiredBrand.DateOf(call.At)) throw Refusal.Invalid("until", "storedvalue.day-in-the-past");
        // Under the lock first: what expires meanwhile is seen below.
        await books.OpenOneAsync(input.Card, cancel);
        var expired = await LapsedAsync(input.Card, cancel);
        var named = expired.Select(p => p.LoadId).Union(await HeldAsync(input.Card, cancel));
        var book = await books.OpenAsync([input.Card], [.. named], cancel);
        var open = book.Find(input.Card)!;
        CardSteering.Require(open.Card, CardState.Active, CardState.Blocked);
        var loads = open.Loads.Where(l => l.Row.ExpiresOn < input.Until || expired.Exists(p => p.LoadId == l.Row.Id))
            .ToDictionary(l => l.Row.Id);
        if (loads.Count == 0) throw new Refusal("storedvalue.nothing-to-extend", RefusalKind.Conflict);
        // A refund may have given a load a later day already.
        foreach (var load in loads.Values.Where(l => l.Row.ExpiresOn < input.Until)) load.Row.ExpiresOn = input.Until;
        book.Add(
            open, new MoveOrder(CardMoveKind.Extended, CardOccasion.Of(call), input.Note),
            [
                .. expired.Select(p => new PartOrder(loads[p.LoadId], -p.Available, Reverses: p.Id)),
                .. loads.Values.Where(l => !expired.Exists(p => p.LoadId == l.Row.Id)).Select(l => new PartOrder(l, default)),
            ]);
        await book.SaveAsync(cancel);
        return await views.OfAsync(open.Card, call, cancel);
    }

    /// <summary>What expired of the card and does not count again yet.</summary>
    private Task<List<CardMovePart>> LapsedAsync(Guid card, CancellationToken cancel) => (
        from part in db.CardMoveParts.AsNoTracking()
        join move in db.CardMoves on part.MoveId equals move.Id
        where move.CardId == card && move.Kind == CardMoveKind.Expired
            && !db.CardMoveParts.Any(p => p.ReversesId == part.Id)
        select part).ToListAsync(cancel);

    /// <summary>Loads of which a hold keeps something: of some there may be nothing else left.</summary>
    private Task<List<Guid>> HeldAsync(Guid card, CancellationToken cancel) => (
        from hold in db.CardHolds
        join move in db.CardMoves on hold.CardId equals move.CardId
        join part in db.CardMoveParts on move.Id equals part.MoveId
        where hold.CardId == card && hold.State == HoldState.Open && move.Kind == CardMoveKind.Held
            && (move.Id == hold.Id || move.HoldId == hold.Id)
        select part.LoadId).Distinct().ToListAsync(cancel);

    /// <param name="Until">The last day of all that would expire before it.</param>
    /// <param name="Note">Why.</param>
    internal sealed record Input(Guid Card, DateOnly Until, string Note) : IInput<CardView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Note).NotEmpty().MaximumLength(StoredValueDb.ReasonLength);
    }
}
