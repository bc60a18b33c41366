using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership.Tests.Shop;
using static RetailMember.Membership.Tests.Shop.Given;

namespace RetailMember.Membership.Tests.Purchases;

public sealed class RaceTestsOnSqlite(SqliteShop shop) : RaceTests(shop), IClassFixture<SqliteShop>;

public sealed class RaceTestsOnPostgres(PostgresShop shop) : RaceTests(shop), IClassFixture<PostgresShop>;

public abstract class RaceTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "CORE-44")]
    public async Task Twenty_tills_with_one_receipt_record_it_once()
    {
        var member = await shop.MemberAsync();
        var receipt = Buy(member, 50m);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(receipt)));

        outcomes.ShouldAllBe(o => o.Accepted);
        outcomes.Select(o => o.Value.PurchaseId).Distinct().Count().ShouldBe(1);
        outcomes.Count(o => !o.Replayed).ShouldBe(1);
        (await shop.PointsOfAsync(member)).ShouldBe(50);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task Twenty_tills_with_one_number_and_different_amounts_record_one()
    {
        var member = await shop.MemberAsync();
        var number = Key();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => shop.TryDo(Buy(member, n, receiptNo: number))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "key.reused");
    }

    [Fact, Trait("Req", "CORE-43")]
    public async Task Two_hundred_receipts_of_ten_members_at_once_lose_nothing()
    {
        var members = new List<string>();
        for (var i = 0; i < 10; i++) members.Add(await shop.MemberAsync());

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => shop.Do(Buy(members[i % 10], 7m))));

        foreach (var member in members) (await shop.PointsOfAsync(member)).ShouldBe(140);
        var books = await shop.InTables(tables =>
            tables.GetRequiredService<ILedgerAudit>().VerifyAsync(new DateOnly(2026, 3, 2)));
        books.ShouldNotBeEmpty();
        books.SelectMany(line => line.Breaches).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "CORE-43")]
    public async Task One_refused_receipt_leaves_the_rest_of_its_batch_alone()
    {
        var member = await shop.MemberAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(i => shop.TryDo(Buy(i % 4 == 0 ? "nobody" : member, 1m))));

        outcomes.Count(o => o.Accepted).ShouldBe(30);
        (await shop.PointsOfAsync(member)).ShouldBe(30);
    }
}
