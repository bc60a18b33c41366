using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.StoredValue.Value;

/// <summary>Takes value off cards that is paid out to their holders: principal goes back, bonus is cancelled.</summary>
internal sealed class CardPayout(CardBooks books, IEnumerable<ILoadFollower> followers)
{
    /// <summary>
    /// Takes a load back, as when its sale is refunded: so much of its principal, or all that is left, and all of its bonus
    /// that is left.
    /// </summary>
    /// <returns>What came off the card.</returns>
    public async Task<Pockets> TakeBackAsync(
        Guid card, Guid load, long? principalFen, CardOccasion occasion, string reference, CancellationToken cancel)
    {
        var book = await books.OpenAsync([card], [load], cancel);
        var open = book.Find(card) ?? throw new Refusal("storedvalue.card-not-found", RefusalKind.NotFound);
        var row = open.Loads.FirstOrDefault(l => l.Row.Id == load)
            ?? throw new Refusal("storedvalue.load-not-found", RefusalKind.NotFound);
        var principal = principalFen ?? row.Row.PrincipalLeftFen;
        if (principal > row.Row.PrincipalLeftFen)
            throw new Refusal(
                "storedvalue.principal-was-spent", RefusalKind.Conflict, ("left", new Money(row.Row.PrincipalLeftFen)));
        var taken = new Pockets(principal, row.Row.BonusLeftFen);
        var move = book.Add(
            open, new MoveOrder(CardMoveKind.TakenBack, occasion, reference), new PartOrder(row, -taken)).Move;
        await book.SaveAsync(cancel);
        await TellAsync(principal > 0 ? [new ReturnedPrincipal(load, move.Id, principal, occasion)] : [], cancel);
        return taken;
    }

    /// <summary>Takes all that is left of a card and closes it for good.</summary>
    public async Task<Pockets> CloseAsync(CardBook book, OpenCard open, CardOccasion occasion, string reason, CancellationToken cancel)
    {
        PartOrder[] parts = [.. open.Loads.Where(l => l.Row.Left != Pockets.None).Select(l => new PartOrder(l, -l.Row.Left))];
        var taken = open.Card.Available;
        (open.Card.State, open.Card.BlockedFor) = (CardState.Closed, null);
        book.Restate(open.Card);
        var move = book.Add(open, new MoveOrder(CardMoveKind.Closed, occasion, reason), parts).Move;
        await book.SaveAsync(cancel);
        await TellAsync(
            [
                .. parts.Where(p => p.Available.PrincipalFen < 0)
                    .Select(p => new ReturnedPrincipal(p.Load.Row.Id, move.Id, -p.Available.PrincipalFen, occasion)),
            ],
            cancel);
        return taken;
    }

    private async Task TellAsync(IReadOnlyList<ReturnedPrincipal> returned, CancellationToken cancel)
    {
        if (returned.Count == 0) return;
        foreach (var follower in followers) await follower.PrincipalReturnedAsync(returned, cancel);
    }
}
