using FsCheck;
using FsCheck.Fluent;
using RetailMember.Ledger.Book;
using RetailMember.Ledger.Data;
using RetailMember.Ledger.Writing;

namespace RetailMember.Ledger.Tests;

/// <summary>What must hold after any sequence of postings, not only after those that someone thought of.</summary>
public sealed class BookProperties
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    private static readonly Gen<Step> AnyStep =
        from form in Gen.Choose(0, 3)
        from amount in Gen.Choose(1, 300)
        from days in Gen.Choose(0, 40)
        from choice in Gen.Choose(0, 1000)
        from shortage in Gen.Elements(Shortage.Refuse, Shortage.TakeWhatIsThere, Shortage.Overdraw)
        from grace in Gen.Elements<int?>(null, 0, 30)
        select new Step(form, amount, days, choice, shortage, grace);

    [Theory]
    [InlineData(LedgerFixture.Points)]
    [InlineData(LedgerFixture.Growth)]
    [InlineData(LedgerFixture.Bounded)]
    public void The_balance_is_the_sum_of_its_postings_and_of_its_lots(string unit) => Holds(steps =>
    {
        var till = new Till(unit);
        long total = 0;
        foreach (var step in steps)
        {
            total += till.Post(till.Make(step)).Row?.Amount ?? 0;
            if (till.Account.Balance != total || (till.Lots is { } lots && lots.Sum(l => l.Remaining) != total)) return false;
        }
        return true;
    });

    [Fact]
    public void Every_movement_is_what_it_opened_less_what_it_took() => Holds(steps =>
    {
        var till = new Till(LedgerFixture.Points);
        foreach (var step in steps) till.Post(till.Make(step));
        return till.Entries.All(e =>
            e.Row.Amount == (e.Movement.Opened?.Amount ?? 0) - e.Movement.Takes.Sum(t => t.Amount));
    });

    [Fact]
    public void No_lot_holds_less_than_nothing_or_more_than_it_began_with() => Holds(steps =>
    {
        var till = new Till(LedgerFixture.Points);
        foreach (var step in steps) till.Post(till.Make(step));
        return till.Lots!.All(l => l.Amount >= 0
                ? l.Remaining >= 0 && l.Remaining <= l.Amount
                : l.Remaining <= 0 && l.Remaining >= l.Amount)
            && till.Account.Overdraft == -till.Lots!.Where(l => l.Remaining < 0).Sum(l => l.Remaining);
    });

    [Fact]
    public void An_account_with_a_floor_never_falls_below_it() => Holds(steps =>
    {
        var till = new Till(LedgerFixture.Bounded);
        return steps.All(step =>
        {
            till.Post(till.Make(step));
            return till.Account.Balance >= 0;
        });
    });

    [Fact]
    public void A_debit_takes_nothing_that_is_pending_or_lapsed() => Holds(steps =>
    {
        var till = new Till(LedgerFixture.Points);
        foreach (var step in steps)
        {
            var posting = till.Make(step);
            var barred = till.Lots!.Where(l => !l.IsUsable(posting.On)).ToDictionary(l => l, l => l.Remaining);
            till.Post(posting);
            if (posting is Debit && barred.Any(b => b.Key.Remaining != b.Value)) return false;
        }
        return true;
    });

    [Fact]
    public void The_same_posting_again_changes_nothing() => Holds(steps =>
    {
        var till = new Till(LedgerFixture.Points);
        foreach (var step in steps)
        {
            var posting = till.Make(step);
            var first = till.Post(posting);
            var state = till.State();
            var again = till.Post(posting);
            if (state != till.State() || again.IsReplay != (first.Row is not null)) return false;
        }
        return true;
    });

    [Fact]
    public void Undoing_a_debit_at_once_leaves_every_lot_as_it_was() => Holds(steps =>
    {
        var till = new Till(LedgerFixture.Points);
        foreach (var step in steps)
        {
            till.Post(till.Make(step));
            if (till.Account.Overdraft > 0) continue;
            var before = till.State();
            var debit = till.Debit(step.Amount, Shortage.TakeWhatIsThere);
            var moved = -(till.Post(debit).Row?.Amount ?? 0);
            if (moved == 0) continue;
            till.Post(till.Undo(debit, moved, null));
            if (before != till.State()) return false;
        }
        return true;
    });

    [Fact]
    public void A_group_that_is_refused_leaves_every_lot_as_it_was() => Holds(steps =>
    {
        var till = new Till(LedgerFixture.Points);
        foreach (var step in steps)
        {
            var before = till.State();
            till.PostTogether(till.Make(step), till.Make(step), till.Debit(1_000_000, Shortage.Refuse));
            if (before != till.State()) return false;
            till.Post(till.Make(step));
        }
        return true;
    });

    [Fact]
    public void All_reversals_of_a_posting_together_undo_no_more_than_it_moved() => Holds(steps =>
    {
        var till = new Till(LedgerFixture.Points);
        foreach (var step in steps) till.Post(till.Make(step));
        return till.Entries.Where(e => e.Origin is not null).GroupBy(e => e.Origin!.Posting)
            .All(g => g.Sum(e => e.Row.Asked) <= Math.Abs(g.Key.Amount) && Math.Abs(g.Sum(e => e.Row.Amount)) <= Math.Abs(g.Key.Amount));
    });

    private static void Holds(Func<Step[], bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(60), Prop.ForAll(Gen.ArrayOf(AnyStep).ToArbitrary(), property));

    public sealed record Step(int Form, int Amount, int Days, int Choice, Shortage Shortage, int? Grace);

    /// <summary>One account and a clock that only goes forward.</summary>
    private sealed class Till
    {
        private readonly Guid owner = Guid.CreateVersion7();
        private readonly Books books = new();
        private readonly BookKeeper keeper;
        private readonly AccountBook book;
        private readonly string unit;
        private readonly List<Posting> posted = [];
        private DateOnly today = Start;

        public Till(string unit)
        {
            this.unit = unit;
            Account = new Account { Id = 1, BrandId = 1, Owner = owner, Unit = unit, Floor = unit == LedgerFixture.Bounded ? 0 : null };
            book = new AccountBook(Account, unit == LedgerFixture.Growth ? null : new LotBook([]));
            books.Accounts.Add((owner, unit), book);
            keeper = new BookKeeper(books, 1, default);
        }

        public Account Account { get; }

        public IEnumerable<Lot>? Lots => book.Lots?.Lots;

        public IReadOnlyList<Entry> Entries => keeper.Entries;

        public Posting Make(Step step)
        {
            today = today.AddDays(step.Days / 10);
            return step.Form switch
            {
                0 => new Credit
                {
                    Key = Key(), Owner = owner, Unit = unit, Amount = step.Amount, On = today, Kind = PostingKind.Earn,
                    StartsOn = today.AddDays(step.Days / 8), ExpiresOn = today.AddDays(step.Days),
                },
                1 => Debit(step.Amount, step.Shortage),
                _ when posted.Count > 0 =>
                    Undo(posted[step.Choice % posted.Count], step.Amount, step.Grace) with { Shortage = step.Shortage },
                _ => Debit(step.Amount, step.Shortage),
            };
        }

        public Debit Debit(long amount, Shortage shortage) => new()
        {
            Key = Key(), Owner = owner, Unit = unit, Amount = amount, On = today, Kind = PostingKind.Spend, Shortage = shortage,
        };

        public Reversal Undo(Posting posting, long amount, int? grace) => new()
        {
            Key = Key(), Owner = owner, Unit = unit, Amount = amount, On = today, Reverses = posting.Key, GraceDays = grace,
        };

        public Verdict Post(Posting posting)
        {
            var verdict = keeper.Decide([posting])[0];
            if (verdict is { Row: not null, IsReplay: false }) posted.Add(posting);
            return verdict;
        }

        public void PostTogether(params Posting[] postings) => keeper.Decide(postings);

        public string State() => $"{Account.Balance} {Account.Overdraft} "
            + string.Join(' ', Lots!.Where(l => l.Remaining != 0).Select(l => $"{l.StartsOn:O}/{l.ExpiresOn:O}:{l.Remaining}"));

        private static string Key() => Guid.CreateVersion7().ToString();
    }
}
