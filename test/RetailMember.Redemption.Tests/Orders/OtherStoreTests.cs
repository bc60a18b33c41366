using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.People;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class OtherStoreTestsOnSqlite(SqliteShop shop) : OtherStoreTests(shop), IClassFixture<SqliteShop>;

public sealed class OtherStoreTestsOnPostgres(PostgresShop shop) : OtherStoreTests(shop), IClassFixture<PostgresShop>;

/// <summary>Orders are their store's business, and that of whoever's grant covers it.</summary>
[Trait("Req", "RD-11"), Trait("Req", "OPS-18")]
public abstract class OtherStoreTests(Shop.Shop shop)
{
    private static readonly string[] Rights = [RedemptionPermissions.CancelOrders, RedemptionPermissions.HandOutOrders];
    private static readonly Caller There = Shop.Shop.Clerk("clerk-of-s2", 12, Rights);
    private static readonly Caller Here = Shop.Shop.Clerk("clerk-of-s1", 11, Rights);

    [Fact]
    public async Task A_clerk_does_not_cancel_or_make_ready_what_another_store_holds()
    {
        var order = await OrderedAsync();

        (await shop.RefusalOf(new CancelOrder.Input(order, "not mine"), caller: There)).ShouldBe("redemption.order-at-other-store");
        (await shop.RefusalOf(new MarkReady.Input(order), caller: There)).ShouldBe("redemption.order-at-other-store");
        (await shop.RefusalOf(new MarkReady.Input(order, "s2"), caller: There)).ShouldBe("redemption.order-at-other-store");

        (await shop.TryDo(new MarkReady.Input(order, "s1"), caller: Here)).Accepted.ShouldBeTrue();
        (await shop.TryDo(new CancelOrder.Input(order, "gone"), caller: Here)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_has_the_brand_cancels_for_a_store_and_the_steps_say_which()
    {
        var order = await OrderedAsync();

        await shop.Do(new MarkReady.Input(order));
        await shop.Do(new CancelOrder.Input(order, "closed for the day"));

        (await shop.Do(new ReadOrder.Input(order))).Steps.Select(s => s.StoreCode).ShouldBe(["s1", "s1", "s1"]);
    }

    [Fact]
    public async Task What_has_lapsed_is_not_made_ready_any_more()
    {
        var order = await OrderedAsync();
        shop.Clock.Set("2026-03-09", "00:00:00");

        (await shop.RefusalOf(new MarkReady.Input(order, "s1"))).ShouldBe("redemption.order-lapsed");

        (await shop.Do(new ReadOrder.Input(order))).State.ShouldBe(RewardOrderState.Reserved);
        shop.Clock.Set("2026-03-02");
    }

    [Fact]
    public async Task A_piece_that_comes_back_at_another_store_is_in_stock_there_and_the_books_say_so()
    {
        var reward = (await shop.OfferAsync(Goods(100) with { Stock = StockKind.PerStore }))[0];
        await shop.SupplyAsync(reward, 2, "s1");
        var member = await shop.RichAsync(100);
        var order = (await shop.Do(Order(reward, member))).Order;
        await shop.Do(new Collect.Input { Key = Given.Key(), StoreCode = "s1", Order = order, Check = "card" });
        var manager = Shop.Shop.Clerk("manager-of-s2", 12, RedemptionPermissions.ReturnOrders);

        (await shop.RefusalOf(new ReturnOrder.Input(order, "brought back"), caller: manager)).ShouldBe("redemption.order-at-other-store");
        (await shop.TryDo(new ReturnOrder.Input(order, "brought back", StoreCode: "s2"), caller: manager)).Accepted.ShouldBeTrue();

        (await shop.Do(new ReadReward.Input(reward))).Stock.Select(s => (s.StoreCode, s.Supplied, s.Taken))
            .ShouldBe([("s1", 1L, 0L), ("s2", 1L, 0L)]);
        (await shop.Do(new ReadOrder.Input(order))).Steps[^1].StoreCode.ShouldBe("s2");
        var undone = (await shop.InTables(t => t.GetRequiredService<ILedger>().ReadEntriesAsync([$"unredeem/{order:N}"]))).Values.Single();
        undone.Reason.StoreId.ShouldBe(12);
        (await shop.Do(Order(reward, await shop.RichAsync(100)) with { StoreCode = "s2" })).Points.ShouldBe(100);
    }

    private async Task<Guid> OrderedAsync()
    {
        var reward = (await shop.OfferAsync(Goods(100)))[0];
        return (await shop.Do(Order(reward, await shop.RichAsync(100)))).Order;
    }
}
