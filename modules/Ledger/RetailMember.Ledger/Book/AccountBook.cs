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

    public Decision Debit(long amount, DateOnly on, Shortage shortage) =>
        Enter(Lots?.Debit(amount, on, shortage) ?? TakeFromCounter(amount, shortage));

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
