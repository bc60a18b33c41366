using RetailMember.Ledger.Book;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>Decides what a succession enters, lot by lot: always a row on either side.</summary>
internal sealed class SuccessionEntries(Succession order, DateTime at)
{
    private readonly List<Entry> entries = [];

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>The key of what a lot, or without one the whole account, moves by.</summary>
    public static string KeyOf(string order, string unit, Lot? lot) => lot is null ? $"{order}/{unit}" : $"{order}/{unit}/{lot.Id}";

    /// <summary>The key of the n-th lot (from 1) that goes on to the successor after a reversal put back into it.</summary>
    public static string SweepKey(string reversal, int n) => $"{reversal}~{n}";

    public static bool IsSweep(string key) => key.LastIndexOf('~') is > 0 and var at && key[(at + 1)..].All(char.IsAsciiDigit);

    public void TakeOver(AccountBook from, AccountBook to)
    {
        if (from.Lots is null)
        {
            if (from.Account.Balance != 0) MoveCounter(from, to, from.Account.Balance);
            return;
        }

        foreach (var lot in from.Lots.Lots.ToList())
        {
            var held = lot.Remaining;
            var decision = held > 0
                ? to.StandIn(lot, held, order.On)
                : to.Debit(-held, order.On, Shortage.Overdraw);
            Pair(KeyOf(order.Key, from.Account.Unit, lot), from, from.Enter(Movement.Taking(lot, held)), to, decision);
        }
    }

    /// <summary>Returns what of the lots is gone.</summary>
    public long HandBack(TakenOver taken, AccountBook from, AccountBook to)
    {
        if (from.Lots is null)
        {
            if (taken.Counter != 0) MoveCounter(to, from, taken.Counter);
            return 0;
        }

        foreach (var hole in taken.Holes)
            Pair(
                KeyOf(order.Key, from.Account.Unit, hole.Lot), to, to.PutBack(hole.TakenFrom, hole.Amount, order.On),
                from, from.Enter(Movement.Taking(hole.Lot, hole.Amount)));
        long missing = 0;
        foreach (var lot in taken.Lots)
        {
            var movement = new Movement();
            // What it filled of the successor's hole was never his: the hole is there again.
            foreach (var (hole, filled) in lot.Filled)
            {
                movement.Take(lot.Opened, -filled);
                movement.Take(hole, filled);
            }

            var left = lot.Opened.Remaining;
            missing += lot.Opened.Amount - lot.TakenBack - left;
            if (left == 0) continue;
            movement.Take(lot.Opened, left);
            movement.Amount = -left;
            Pair(
                KeyOf(order.Key, from.Account.Unit, lot.Opened), to, to.Enter(movement),
                from, from.Enter(Movement.Taking(lot.From, -left)));
        }

        return missing;
    }

    private void MoveCounter(AccountBook from, AccountBook to, long amount) => Pair(
        KeyOf(order.Key, from.Account.Unit, null), from, from.Enter(new Movement { Amount = -amount }),
        to, to.Enter(new Movement { Amount = amount }));

    private void Pair(string key, AccountBook one, Decision gives, AccountBook other, Decision takes)
    {
        Add(key, one, gives);
        Add(Transfer.ReceiptKey(key, 1), other, takes);
    }

    private void Add(string key, AccountBook book, Decision decision)
    {
        var movement = decision.Movement ?? throw new InvalidOperationException($"A succession was refused: {decision.Refusal}.");
        entries.Add(new Entry(
            new PostingRow
            {
                BrandId = book.Account.BrandId,
                AccountId = book.Account.Id,
                Kind = PostingKind.Transfer,
                Counter = PostingForm.CounterOf(PostingKind.Transfer),
                Amount = movement.Amount,
                Asked = Math.Abs(movement.Amount),
                BalanceAfter = book.Account.Balance,
                Key = key,
                InputHash = new byte[16],
                BusinessDate = order.On,
                At = at,
                StoreId = order.Reason.StoreId,
                Operator = order.Reason.Operator,
                Rule = order.Reason.Rule,
                RuleVersion = order.Reason.RuleVersion,
                Source = order.Reason.Source,
                Why = order.Reason.Why,
            },
            movement, book, null));
    }
}
