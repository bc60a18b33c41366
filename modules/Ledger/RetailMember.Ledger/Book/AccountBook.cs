using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Book;

/// <summary>
/// One account while a batch is decided: its balance, its floor and, in a unit that keeps them, its lots.
/// </summary>
internal sealed class AccountBook(Account account, LotBook? lots)
{
    public Account Account { get; } = account;

    /// <summary>Null in a unit that is a plain counter.</summary>
    public LotBook? Lots { get; } = lots;

    public Decision Credit(long amount, DateOnly startsOn, DateOnly expiresOn) =>
        Enter(new Decision(Lots?.Credit(amount, startsOn, expiresOn) ?? new Movement { Amount = amount }));

    public Decision Debit(long amount, DateOnly on, Shortage shortage, DateOnly? lasting = null) =>
        Enter(Lots?.Debit(amount, on, shortage, lasting) ?? TakeFromCounter(amount, shortage));

    /// <summary>Opens a lot that stands in for one of another account: with its days, which null has none of.</summary>
    public Decision StandIn(Lot? other, long amount, DateOnly on)
    {
        var decision = Credit(amount, other?.StartsOn ?? on, other?.ExpiresOn ?? Lot.Never);
        if (decision.Movement is { } movement) movement.OpenedFrom = other;
        return decision;
    }

    /// <summary>Enters a movement that was worked out elsewhere.</summary>
    public Decision Enter(Movement movement) => Enter(new Decision(movement));

    /// <summary>Takes from these lots and no others, all or nothing.</summary>
    public Decision TakeFrom(IReadOnlyCollection<Lot> own, long amount)
    {
        if (Lots is null) return Enter(TakeFromCounter(amount, Shortage.Refuse));
        var available = own.Sum(l => Math.Max(0, l.Remaining));
        return available < amount
            ? Decision.Refuse(LedgerRefusals.Insufficient, available)
            : Enter(new Decision(Lots.TakeFrom(own.Select(l => (l, l.Amount)), amount)));
    }

    /// <summary>Puts back into the lots what was taken from them.</summary>
    public Decision PutBack(IEnumerable<(Lot Lot, long Amount)> taken, long amount, DateOnly on) =>
        Enter(new Decision(Lots?.GiveBack(taken, amount, on, graceDays: null) ?? new Movement { Amount = amount }));

    public Decision TakeBack(Origin origin, long amount, Reversal reversal)
    {
        if (Lots is null) return Enter(TakeFromCounter(amount, reversal.Shortage));
        if (!reversal.OnlyWhilePending)
            return Enter(Lots.TakeBack(origin.Inside, origin.LapsedLeft, amount, reversal.On, reversal.Shortage));
        return Enter(new Decision(Lots.TakeFrom(origin.Inside.Where(own => reversal.On < own.Lot.StartsOn), amount)));
    }

    public Decision GiveBack(Origin origin, long amount, Reversal reversal) => Enter(new Decision(
        Lots?.GiveBack(origin.Outside, amount, reversal.On, reversal.GraceDays) ?? new Movement { Amount = amount }));

    public Decision Expire(IEnumerable<Lot> lapsed) => Enter(new Decision(LotBook.Expire(lapsed)));

    public void Undo(Movement movement)
    {
        Account.Balance -= movement.Amount;
        Account.Overdraft -= movement.HoleChange;
        Lots?.Undo(movement);
    }

    private Decision TakeFromCounter(long amount, Shortage shortage)
    {
        var available = Math.Max(0, Account.Balance);
        if (available >= amount || shortage == Shortage.Overdraw) return new Decision(new Movement { Amount = -amount });
        return shortage == Shortage.TakeWhatIsThere
            ? new Decision(new Movement { Amount = -available })
            : Decision.Refuse(LedgerRefusals.Insufficient, available);
    }

    private Decision Enter(Decision decision)
    {
        if (decision.Movement is not { } movement) return decision;
        var balance = checked(Account.Balance + movement.Amount);
        if (movement.Amount < 0 && balance < Account.Floor)
        {
            Lots?.Undo(movement);
            return Decision.Refuse(LedgerRefusals.BelowFloor, Account.Balance);
        }
        Account.Balance = balance;
        Account.Overdraft += movement.HoleChange;
        return decision;
    }
}
