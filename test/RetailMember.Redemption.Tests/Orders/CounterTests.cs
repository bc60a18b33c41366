using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class CounterTestsOnSqlite(SqliteShop shop) : CounterTests(shop), IClassFixture<SqliteShop>;

public sealed class CounterTestsOnPostgres(PostgresShop shop) : CounterTests(shop), IClassFixture<PostgresShop>;

[Trait("Req", "RD-11")]
public abstract class CounterTests(Shop.Shop shop)
{
    [Fact]
    public async Task A_store_sees_what_waits_there_what_lapses_first_on_top_until_it_is_handed_out()
    {
        var rewards = await shop.OfferAsync(Rewards.Goods(10), Rewards.Goods(10) with { HoldDays = 2 });
        var member = await shop.RichAsync(100);
        var later = await shop.Do(Rewards.Order(rewards[0], member));
        var sooner = await shop.Do(Rewards.Order(rewards[1], member));

        (await WaitingAsync(member.MemberNo)).ShouldBe([sooner.Order, later.Order]);
        (await WaitingAsync(member.MemberNo, "s2")).ShouldBeEmpty();
        await shop.Do(new Collect.Input { Key = Given.Key(), StoreCode = "s1", Order = sooner.Order, Check = "card" });
        await shop.Do(new CancelOrder.Input(later.Order, "test"));

        (await WaitingAsync(member.MemberNo)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_leads_to_its_order_however_it_is_typed_and_changes_nothing()
    {
        var rewards = await shop.OfferAsync(Rewards.Goods(10));
        var order = await shop.Do(Rewards.Order(rewards[0], await shop.RichAsync(100)));
        var code = (await shop.Do(new RevealOrder.Input(order.Order))).Code;

        var found = await shop.Do(new LookUpCode.Input(code.Replace("-", " ").ToLowerInvariant(), "s1"));

        (found.Order, found.Gift).ShouldBe((order.Order, null));
        (await shop.RefusalOf(new LookUpCode.Input(code, "s1"), Shop.Shop.Pharmacy)).ShouldBe("redemption.code-not-found");
        (await shop.RefusalOf(new LookUpCode.Input("no code"))).ShouldBe("redemption.code-not-found");
    }

    [Fact]
    public async Task Who_tries_codes_is_turned_away_for_the_rest_of_the_minute()
    {
        var caller = Shop.Shop.Person("guesser", RedemptionPermissions.HandOutOrders);
        for (var i = 0; i < 20; i++)
            (await shop.RefusalOf(new LookUpCode.Input(SecretCode.Draw()), caller: caller)).ShouldBe("redemption.code-not-found");

        (await shop.RefusalOf(new LookUpCode.Input(SecretCode.Draw()), caller: caller)).ShouldBe("membership.too-many-look-ups");
    }

    private async Task<Guid[]> WaitingAsync(string member, string store = "s1") =>
        [.. (await shop.Do(new FindWaitingOrders.Input(member, store))).Orders.Select(o => o.Order)];
}
