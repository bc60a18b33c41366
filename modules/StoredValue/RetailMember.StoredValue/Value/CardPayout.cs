using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Types.Rules;

namespace RetailMember.StoredValue.Value;

/// <summary>Takes value off cards that is paid out to their holders: principal goes back, bonus is cancelled.</summary>
internal sealed class CardPayout(IEnumerable<ILoadFollower> followers, IEnumerable<IPrincipalFollower> modules)
{
    /// <summary>
    /// Takes a load back, as when its sale is refunded: all of its principal and of its bonus that is left. The book is the
    /// caller's to save, and the load's sale his to tell.
    /// </summary>
    /// <returns>What came off the card.</returns>
    public static Pockets TakeBack(CardBook book, OpenCard open, Guid load, CardOccasion occasion, string reason)
    {
        var taken = open.Loads.Single(l => l.Row.Id == load);
        var left = taken.Row.Left;
        book.Add(open, new MoveOrder(CardMoveKind.TakenBack, occasion, reason), new PartOrder(taken, -left));
        return left;
    }

    /// <summary>Takes all that is left of a card and closes it for good.</summary>
    public async Task<Pockets> CloseAsync(CardBook book, OpenCard open, CardOccasion occasion, string reason, CancellationToken cancel)
    {
        PartOrder[] all = [.. open.Loads.Where(l => l.Row.Left != Pockets.None).Select(l => new PartOrder(l, -l.Row.Left))];
        var taken = open.Card.Available;
        (open.Card.State, open.Card.BlockedFor) = (CardState.Closed, null);
        book.Restate(open.Card);
        var off = book.Add(open, new MoveOrder(CardMoveKind.Closed, occasion, reason), all);
        await book.SaveAsync(cancel);
        await TellAsync(off.Parts, occasion, cancel);
        return taken;
    }

    /// <summary>Tells what hangs on loads of the principal that parts took off cards to be paid out.</summary>
    public async Task TellAsync(IReadOnlyCollection<CardMovePart> parts, CardOccasion occasion, CancellationToken cancel)
    {
        ReturnedPrincipal[] returned =
        [
            .. parts.Where(p => p.PrincipalFen < 0)
                .Select(p => new ReturnedPrincipal(p.LoadId, p.MoveId, -p.PrincipalFen, occasion)),
        ];
        if (returned.Length == 0) return;
        foreach (var follower in followers) await follower.PrincipalReturnedAsync(returned, cancel);
        await TellModulesAsync([.. returned.Select(r => r.Load).Distinct()], cancel);
    }

    /// <summary>Tells other modules of loads whose principal went off cards to be paid out, once the book is saved.</summary>
    public async Task TellModulesAsync(IReadOnlyCollection<Guid> loads, CancellationToken cancel)
    {
        foreach (var module in modules) await module.PaidOutAsync(loads, cancel);
    }
}
