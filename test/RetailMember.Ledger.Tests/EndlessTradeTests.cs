using System.Globalization;
using static RetailMember.Ledger.Tests.Given;

namespace RetailMember.Ledger.Tests;

public sealed class EndlessTradeOnSqlite(SqliteLedger fixture) : EndlessTradeTests(fixture), IClassFixture<SqliteLedger>;

public sealed class EndlessTradeOnPostgres(PostgresLedger fixture) : EndlessTradeTests(fixture), IClassFixture<PostgresLedger>;

/// <summary>Two years of random trade of a few members, in batches, through the tables.</summary>
public abstract class EndlessTradeTests(LedgerFixture fixture)
{
    private static readonly DateOnly Opening = new(2025, 1, 1);

    [Theory, Trait("Req", "CORE-43"), Trait("Req", "OPS-08")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_books_balance_whatever_happens_and_saying_it_all_again_changes_nothing(int seed)
    {
        var brand = 1000 + seed;
        var random = new Random(seed);
        Guid[] members = [.. Enumerable.Range(0, 6).Select(_ => Someone())];
        var said = new List<Posting[]>();
        for (var day = Opening; day < Opening.AddYears(2); day = day.AddDays(random.Next(1, 12)))
        {
            Posting[] batch = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Any(random, members, said, day))];
            said.Add(batch);
            await fixture.Ask(l => l.PostAsync(batch), brand);
            if (random.Next(4) == 0) await fixture.Ask(l => l.ExpireAsync(day, random.Next(1, 5)), brand);
        }

        var end = Opening.AddYears(2);
        var books = await fixture.Audit(LedgerFixture.Points, end, brand);
        books.Breaches.ShouldBeEmpty();
        books.Issued.ShouldBe(books.Spent + books.Expired + books.Outstanding + books.Pending + books.Transferred);
        var balances = await fixture.Ask(l => l.ReadBalancesAsync(members, LedgerFixture.Points, end), brand);
        balances.Values.Sum(b => b.Usable).ShouldBe(books.Outstanding);

        foreach (var batch in said)
        {
            var outcomes = await fixture.Ask(l => l.PostAsync([.. batch.Where(p => p is Credit)]), brand);
            outcomes.ShouldAllBe(o => o.Status == PostingStatus.Replayed);
        }
        (await fixture.Audit(LedgerFixture.Points, end, brand)).Postings.ShouldBe(books.Postings);
    }

    private static Posting Any(Random random, Guid[] members, List<Posting[]> said, DateOnly day)
    {
        var member = members[random.Next(members.Length)];
        var today = Text(day);
        var amount = random.Next(1, 200);
        return random.Next(6) switch
        {
            0 or 1 => Earn(member, amount, today, Text(day.AddDays(random.Next(8, 200))), Text(day.AddDays(random.Next(8)))),
            2 => Spend(member, amount, today, (Shortage)random.Next(3)),
            3 => Gift(member, members.First(m => m != member), amount, today),
            _ when said.Count > 0 => Undo(
                AnyOf(random, said[random.Next(said.Count)]), amount, today, random.Next(2) == 0 ? 30 : null, (Shortage)random.Next(3)),
            _ => Earn(member, amount, today),
        };
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static Posting AnyOf(Random random, Posting[] batch) => batch[random.Next(batch.Length)];
}
