using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Book;

/// <summary>
/// The open lots of one account and how they move: first to expire is first taken, a hole is filled first. Knows no
/// database; what moves is always the change of the sum of all lots.
/// </summary>
internal sealed class LotBook
{
    // First to expire first; among equals the first come.
    private readonly List<Lot> lots;
    private readonly List<Lot> holes;
    private readonly HashSet<Lot> known;

    public LotBook(IReadOnlyCollection<Lot> open)
    {
        lots = [.. open.Where(l => l.Amount >= 0).OrderBy(l => l.ExpiresOn).ThenBy(l => l.Id)];
        holes = [.. open.Where(l => l.Amount < 0).OrderBy(l => l.Id)];
        known = [.. open];
    }

    /// <summary>What was taken beyond what was there, unsigned.</summary>
    public long Hole => -holes.Sum(h => h.Remaining);

    public IEnumerable<Lot> Lots => lots.Concat(holes);

    /// <summary>What can be taken on a day, lot by lot, once its lots have filled the hole.</summary>
    public IEnumerable<(Lot Lot, long Left)> LeftOn(DateOnly on)
    {
        var hole = Hole;
        foreach (var lot in Usable(on))
        {
            var filling = Math.Min(hole, lot.Remaining);
            hole -= filling;
            if (lot.Remaining > filling) yield return (lot, lot.Remaining - filling);
        }
    }

    /// <summary>Makes a lot known that the book was not opened with.</summary>
    public void Add(Lot lot)
    {
        if (!known.Add(lot)) return;
        if (lot.Amount < 0) holes.Add(lot);
        else lots.Insert(lots.FindLastIndex(l => l.ExpiresOn <= lot.ExpiresOn) + 1, lot);
    }

    /// <summary>Opens a lot; if there is a hole, the lot fills it as far as it reaches.</summary>
    public Movement Credit(long amount, DateOnly startsOn, DateOnly expiresOn)
    {
        var movement = new Movement { Amount = amount };
        Open(movement, amount, startsOn, expiresOn);
        FillHoles(movement, [movement.Opened!]);
        return movement;
    }

    /// <summary>Takes from the lots that are usable on the day, and until the last day that is asked for.</summary>
    public Decision Debit(long amount, DateOnly on, Shortage shortage, DateOnly? lasting = null)
    {
        var movement = new Movement();
        FillHoles(movement, Usable(on));
        return TakeUsable(movement, amount, on, shortage, lasting);
    }

    /// <summary>Takes a credit back: from its own lot, then from others as <paramref name="shortage"/> says.</summary>
    /// <param name="own">The lots that the credit opened or put back into, and how much.</param>
    /// <param name="expired">How much of them lapsed and needs no taking back.</param>
    /// <param name="amount">How much of the credit is undone.</param>
    /// <param name="on">The business date.</param>
    /// <param name="shortage">What to do where the lot was spent.</param>
    public Decision TakeBack(
        IEnumerable<(Lot Lot, long Amount)> own, long expired, long amount, DateOnly on, Shortage shortage)
    {
        var movement = TakeFrom(own, amount);
        var left = amount + movement.Amount;
        left -= Math.Min(left, expired);
        if (left == 0) return new Decision(movement);

        FillHoles(movement, Usable(on));
        return TakeUsable(movement, left, on, shortage);
    }

    /// <summary>Takes a credit back from what its own lots still hold, and from nothing else.</summary>
    public Movement TakeFrom(IEnumerable<(Lot Lot, long Amount)> own, long amount)
    {
        var movement = new Movement();
        foreach (var (lot, most) in own)
        {
            Add(lot);
            var part = Math.Clamp(lot.Remaining, 0, Math.Min(most, amount + movement.Amount));
            movement.Take(lot, part);
            movement.Amount -= part;
        }
        return movement;
    }

    /// <summary>Gives a debit back to the lots that it took from, the last taken first.</summary>
    /// <param name="taken">Per lot, what is still out: what the debit took less what was given back before.</param>
    /// <param name="amount">How much of the debit is undone.</param>
    /// <param name="on">The business date.</param>
    /// <param name="graceDays">The life of what came from lapsed lots; null returns it to them.</param>
    /// <remarks>What a hole was filled with meanwhile has no lot to return to: it opens one.</remarks>
    public Movement GiveBack(IEnumerable<(Lot Lot, long Amount)> taken, long amount, DateOnly on, int? graceDays)
    {
        var movement = new Movement { Amount = amount };
        var left = amount;
        foreach (var (lot, outside) in taken.OrderByDescending(t => t.Lot.ExpiresOn).ThenByDescending(t => t.Lot.Id))
        {
            Add(lot);
            if (lot.ExpiresOn < on && graceDays is not null) continue;
            var room = lot.Amount < 0 ? -lot.Remaining : lot.Amount - lot.Remaining;
            var part = Math.Min(Math.Min(outside, room), left);
            if (part <= 0) continue;
            movement.Take(lot, -part);
            left -= part;
        }
        if (left > 0) Open(movement, left, on, graceDays is { } days ? on.AddDays(days) : Lot.Never);
        FillHoles(movement, Usable(on));
        return movement;
    }

    /// <summary>Takes what remains of a lot whose last day has passed.</summary>
    public static Movement Expire(IEnumerable<Lot> lapsed)
    {
        var movement = new Movement();
        foreach (var lot in lapsed)
        {
            movement.Amount -= lot.Remaining;
            movement.Take(lot, lot.Remaining);
        }
        return movement;
    }

    /// <summary>Undoes the latest movement.</summary>
    public void Undo(Movement movement)
    {
        movement.PutAllBack();
        if (movement.Opened is not { } opened) return;
        known.Remove(opened);
        _ = opened.Amount < 0 ? holes.Remove(opened) : lots.Remove(opened);
    }

    private Decision TakeUsable(Movement movement, long amount, DateOnly on, Shortage shortage, DateOnly? lasting = null)
    {
        var usable = Usable(on).Where(l => lasting is null || l.ExpiresOn >= lasting);
        var available = usable.Sum(l => l.Remaining);
        if (available < amount && shortage == Shortage.Refuse)
        {
            movement.PutAllBack();
            return Decision.Refuse(LedgerRefusals.Insufficient, available);
        }
        var left = amount;
        foreach (var lot in usable)
        {
            var part = Math.Min(left, lot.Remaining);
            movement.Take(lot, part);
            movement.Parts.Add((lot, part));
            left -= part;
            if (left == 0) break;
        }
        var missing = shortage == Shortage.Overdraw ? left : 0;
        if (missing > 0) Open(movement, -missing, on, Lot.Never);
        movement.Amount -= amount - left + missing;
        return new Decision(movement);
    }

    /// <summary>Moves what is in <paramref name="from"/> into the holes; the balance stays.</summary>
    private void FillHoles(Movement movement, IEnumerable<Lot> from)
    {
        if (Hole == 0) return;
        foreach (var lot in from)
        {
            foreach (var hole in holes)
            {
                var part = Math.Min(lot.Remaining, -hole.Remaining);
                if (part <= 0) continue;
                movement.Take(lot, part);
                movement.Take(hole, -part);
            }
        }
    }

    private void Open(Movement movement, long amount, DateOnly startsOn, DateOnly expiresOn)
    {
        var lot = new Lot { StartsOn = startsOn, ExpiresOn = expiresOn, Amount = amount, Remaining = amount };
        movement.Opened = lot;
        Add(lot);
    }

    private IEnumerable<Lot> Usable(DateOnly on) => lots.Where(l => l.Remaining > 0 && l.IsUsable(on));
}
