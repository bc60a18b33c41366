using RetailMember.Data;
using RetailMember.Ledger.Book;
using RetailMember.Ledger.Data;

namespace RetailMember.Ledger.Writing;

/// <summary>Decides a batch in memory, posting by posting in order of arrival. What it enters is written afterwards.</summary>
internal sealed class BookKeeper(Books books, int brand, DateTime at)
{
    private readonly List<Entry> entries = [];

    /// <summary>What is to be written, in order.</summary>
    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>Decides postings that stand or fall together.</summary>
    public IReadOnlyList<Verdict> Decide(IReadOnlyList<Posting> group)
    {
        var before = entries.Count;
        var verdicts = group.Select(Decide).ToList();
        if (group.Count == 1 || verdicts.TrueForAll(v => v.Refusal is null)) return verdicts;

        Undo(before);
        return verdicts.ConvertAll(v => v.IsReplay || v.Refusal is not null ? v : Verdict.Refused(LedgerRefusals.Group));
    }

    private Verdict Decide(Posting posting)
    {
        var hash = PostingForm.HashOf(posting);
        if (books.Known.TryGetValue(posting.Key, out var known))
        {
            return known.InputHash.AsSpan().SequenceEqual(hash)
                ? new Verdict(known, true)
                : Verdict.Refused(LedgerRefusals.KeyReused);
        }
        var book = books.Accounts[(posting.Owner, posting.Unit)];
        return posting switch
        {
            Credit credit => Enter(credit, hash, book, credit.Kind, credit.Counter,
                book.Credit(credit.Amount, credit.StartsOn ?? credit.On, credit.ExpiresOn ?? Lot.Never)),
            Debit debit => Enter(debit, hash, book, debit.Kind, debit.Counter,
                book.Debit(debit.Amount, debit.On, debit.Shortage)),
            Reversal reversal => Reverse(reversal, hash, book),
            Transfer transfer => Move(transfer, hash, book),
            Return back => GiveBack(back, hash, book),
            _ => throw new ArgumentOutOfRangeException(nameof(posting)),
        };
    }

    private Verdict Reverse(Reversal reversal, byte[] hash, AccountBook book)
    {
        if (!books.Origins.TryGetValue(reversal.Reverses, out var origin)) return Verdict.Refused(LedgerRefusals.UnknownPosting);
        var own = origin.Posting.AccountId == book.Account.Id;
        if (!own && !IsSuccessor(book.Account, origin.Posting.AccountId)) return Verdict.Refused(LedgerRefusals.UnknownPosting);
        if (origin.Posting.Kind == PostingKind.Transfer) return Verdict.Refused(LedgerRefusals.TransferNotReversible);
        var moved = Math.Abs(origin.Posting.Amount);
        if (reversal.Amount > moved - origin.Reversed)
            return Verdict.Refused(LedgerRefusals.OverReversal, moved - origin.Reversed);

        if (!own && book.Lots is not null && origin.Posting.Amount < 0) return GiveToSuccessor(reversal, hash, book, origin);
        var decision = origin.Posting.Amount > 0
            ? book.TakeBack(origin, reversal.Amount, reversal)
            : book.GiveBack(origin, reversal.Amount, reversal);
        var verdict = Enter(reversal, hash, book, origin.Posting.Kind, origin.Posting.Counter, decision, origin);
        if (verdict.Row is not null) Count(origin, reversal, decision.Movement!);
        return verdict;
    }

    private static void Count(Origin origin, Reversal reversal, Movement movement)
    {
        origin.Reversed += reversal.Amount;
        origin.Spared += reversal.Amount - Math.Abs(movement.Amount);
        foreach (var (lot, amount) in movement.Takes) origin.Count(lot, amount);
    }

    /// <summary>Goes back into the lots of the account that it was taken from, and on from there to the successor.</summary>
    private Verdict GiveToSuccessor(Reversal reversal, byte[] hash, AccountBook book, Origin origin)
    {
        var other = books.Succeeded[origin.Posting.AccountId];
        var decision = other.GiveBack(origin, reversal.Amount, reversal);
        var given = Enter(reversal, hash, other, origin.Posting.Kind, origin.Posting.Counter, decision, origin);
        if (given.Row is null) return given;
        Count(origin, reversal, decision.Movement!);
        PostingRow? last = null;
        var n = 0;
        foreach (var (lot, amount) in Grown(decision.Movement!))
        {
            var on = new Transfer
            {
                Key = SuccessionEntries.SweepKey(reversal.Key, ++n), Owner = other.Account.Owner, To = book.Account.Owner,
                Unit = reversal.Unit, Amount = amount, On = reversal.On, Reason = reversal.Reason,
            };
            Enter(on, hash, other, PostingKind.Transfer, null, other.Enter(Movement.Taking(lot, amount)));
            var receipt = on with { Key = Transfer.ReceiptKey(on.Key, 1), Owner = on.To, To = on.Owner };
            last = Enter(receipt, hash, book, PostingKind.Transfer, null, book.StandIn(lot, amount, reversal.On)).Row;
        }
        return given with { Last = last };
    }

    private static List<(Lot Lot, long Amount)> Grown(Movement movement)
    {
        List<(Lot, long)> grown = [.. movement.Takes.Where(t => t.Amount < 0).Select(t => (t.Lot, -t.Amount))];
        if (movement.Opened is { } opened) grown.Add((opened, opened.Remaining));
        return grown;
    }

    private bool IsSuccessor(Account account, long of) =>
        books.Succeeded.TryGetValue(of, out var other)
        && (other.Account.Successor, other.Account.Unit) == (account.Owner, account.Unit);

    private Verdict Move(Transfer transfer, byte[] hash, AccountBook from)
    {
        var to = books.Accounts[(transfer.To, transfer.Unit)];
        var decision = from.Debit(transfer.Amount, transfer.On, Shortage.Refuse, transfer.LastingUntil);
        var sent = Enter(transfer, hash, from, PostingKind.Transfer, null, decision);
        if (sent.Row is null) return sent;

        var parts = decision.Movement!.Parts.ConvertAll(p => ((Lot?)p.Lot, p.Amount));
        if (parts.Count == 0) parts.Add((null, transfer.Amount));
        for (var i = 0; i < parts.Count; i++)
        {
            var (lot, amount) = parts[i];
            var receipt = transfer with
            {
                Key = Transfer.ReceiptKey(transfer.Key, i + 1), Owner = transfer.To, To = transfer.Owner, Amount = amount,
            };
            Enter(receipt, hash, to, PostingKind.Transfer, null, to.StandIn(lot, amount, transfer.On));
        }
        return sent;
    }

    private Verdict GiveBack(Return back, byte[] hash, AccountBook from)
    {
        var to = books.Accounts[(back.To, back.Unit)];
        if (!books.Origins.TryGetValue(back.Returns, out var origin) || origin.Posting.Kind != PostingKind.Transfer
            || origin.Posting.AccountId != to.Account.Id)
            return Verdict.Refused(LedgerRefusals.UnknownPosting);
        var left = Math.Abs(origin.Posting.Amount) - origin.Reversed;
        if (back.Amount > left) return Verdict.Refused(LedgerRefusals.OverReversal, left);

        var lots = books.Transferred.GetValueOrDefault(back.Returns) ?? [];
        var decision = from.TakeFrom([.. lots.Select(l => l.Opened)], back.Amount);
        var taken = Enter(back, hash, from, PostingKind.Transfer, null, decision, origin);
        if (taken.Row is null) return taken;
        origin.Reversed += back.Amount;
        foreach (var (lot, amount) in decision.Movement!.Takes) origin.Count(lot, amount);
        var source = lots.ToDictionary(l => l.Opened, l => l.From);
        var receipt = back with { Key = Transfer.ReceiptKey(back.Key, 1), Owner = back.To, To = back.Owner };
        Enter(receipt, hash, to, PostingKind.Transfer, null, to.PutBack(
            decision.Movement!.Takes.Where(t => source.ContainsKey(t.Lot)).Select(t => (source[t.Lot], t.Amount)),
            back.Amount, back.On));
        return taken;
    }

    private Verdict Enter(
        Posting posting, byte[] hash, AccountBook book, PostingKind kind, string? counter, Decision decision, Origin? origin = null)
    {
        if (decision.Movement is not { } movement) return Verdict.Refused(decision.Refusal!, decision.Available);
        var row = new PostingRow
        {
            BrandId = brand,
            AccountId = book.Account.Id,
            Kind = kind,
            Counter = counter ?? PostingForm.CounterOf(kind),
            Amount = movement.Amount,
            Asked = posting.Amount,
            BalanceAfter = book.Account.Balance,
            Key = posting.Key,
            InputHash = hash,
            BusinessDate = posting.On,
            At = at,
            StoreId = posting.Reason.StoreId,
            Operator = posting.Reason.Operator,
            Rule = posting.Reason.Rule,
            RuleVersion = posting.Reason.RuleVersion,
            Source = posting.Reason.Source,
            Why = posting.Reason.Why,
        };
        entries.Add(new Entry(row, movement, book, origin));
        books.Known.Add(row.Key, row);
        books.Origins.Add(row.Key, NewOrigin(row, movement));
        return new Verdict(row, false);
    }

    private static Origin NewOrigin(PostingRow row, Movement movement)
    {
        var origin = new Origin(row) { Opened = movement.Opened };
        foreach (var (lot, amount) in movement.Takes) origin.Count(lot, amount);
        return origin;
    }

    private void Undo(int downTo)
    {
        for (var i = entries.Count - 1; i >= downTo; i--)
        {
            var (row, movement, book, origin) = entries[i];
            if (origin is not null)
            {
                origin.Reversed -= row.Asked;
                origin.Spared -= row.Asked - Math.Abs(movement.Amount);
                foreach (var (lot, amount) in movement.Takes) origin.Count(lot, -amount);
            }
            book.Undo(movement);
            books.Known.Remove(row.Key);
            books.Origins.Remove(row.Key);
        }
        entries.RemoveRange(downTo, entries.Count - downTo);
    }
}

/// <summary>A posting to write with what it moved.</summary>
internal sealed record Entry(PostingRow Row, Movement Movement, AccountBook Book, Origin? Origin);

/// <summary>The decision on one posting; its row gets its id when it is written.</summary>
internal sealed record Verdict(PostingRow? Row, bool IsReplay, string? Refusal = null, long Available = 0)
{
    /// <summary>Where it went on to a successor: the last row of his account.</summary>
    public PostingRow? Last { get; init; }

    public static Verdict Refused(string code, long available = 0) => new(null, false, code, available);

    public PostingOutcome ToOutcome() => Row is null
        ? PostingOutcome.Refused(Refusal!, Available)
        : new PostingOutcome(
            IsReplay ? PostingStatus.Replayed : PostingStatus.Posted, Row.Id, Row.Amount, (Last ?? Row).BalanceAfter);
}
