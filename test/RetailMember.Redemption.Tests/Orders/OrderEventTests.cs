using RetailMember.Events;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class OrderEventTestsOnSqlite(SqliteShop shop) : OrderEventTests(shop), IClassFixture<SqliteShop>;

public sealed class OrderEventTestsOnPostgres(PostgresShop shop) : OrderEventTests(shop), IClassFixture<PostgresShop>;

/// <summary>What a member's phone must be told of his orders and services, once each.</summary>
[Trait("Req", "CORE-35"), Trait("Req", "RD-11")]
public abstract class OrderEventTests(Shop.Shop shop)
{
    [Fact]
    public async Task Each_step_of_an_order_is_told_once()
    {
        var reward = (await shop.OfferAsync(Goods(100) with { HoldDays = 2 }))[0];
        var member = await shop.RichAsync(300);
        var handedOut = (await shop.Do(Order(reward, member))).Order;
        await shop.Do(new MarkReady.Input(handedOut, "s1"));
        var collect = new Collect.Input { Key = Key(), StoreCode = "s1", Order = handedOut, Check = "card" };
        await shop.Do(collect);
        await shop.Do(collect);
        await shop.Do(new ReturnOrder.Input(handedOut, "broken"));
        var cancelled = (await shop.Do(Order(reward, member))).Order;
        await shop.Do(new CancelOrder.Input(cancelled, "not wanted"));
        var forgotten = (await shop.Do(Order(reward, member))).Order;
        shop.Clock.Set("2026-03-04");
        await shop.Do(new ExpireOrders.Input());
        shop.Clock.Set("2026-03-02");

        ToldOf(handedOut).ShouldBe([RewardOrderMove.Ready, RewardOrderMove.Collected, RewardOrderMove.Returned]);
        ToldOf(cancelled).ShouldBe([RewardOrderMove.Cancelled]);
        ToldOf(forgotten).ShouldBe([RewardOrderMove.Expired]);
        shop.Outbox.Told.OfType<RewardOrderMoved>().First(e => e.OrderId == cancelled).ShouldSatisfyAllConditions(
            e => e.MemberId.ShouldBe(member.Id), e => e.Points.ShouldBe(100), e => e.StoreId.ShouldBe(11),
            e => e.HeldUntil.ShouldBe(Day("2026-03-03")));
        EventNameAttribute.Of(typeof(RewardOrderMoved)).ShouldBe("redemption.order-moved.v1");
    }

    [Fact, Trait("Req", "RD-09")]
    public async Task A_service_that_was_had_is_told_with_what_is_left()
    {
        var reward = (await shop.OfferAsync(Goods(100) with
        {
            Kind = RewardKind.Service, Service = new ServiceTerms { Uses = 2, Days = 30 },
        }))[0];
        var member = await shop.RichAsync(100);
        var entitlement = (await shop.Do(Order(reward, member))).Order;

        await shop.Do(new UseEntitlement.Input { Key = Key(), StoreCode = "s1", Entitlement = entitlement, Check = "card" });

        shop.Outbox.Told.OfType<EntitlementUsed>().Single(e => e.EntitlementId == entitlement).ShouldSatisfyAllConditions(
            e => e.MemberId.ShouldBe(member.Id), e => e.StoreId.ShouldBe(11), e => e.UsesLeft.ShouldBe(1),
            e => e.ExpiresOn.ShouldBe(Day("2026-03-31")));
        EventNameAttribute.Of(typeof(EntitlementUsed)).ShouldBe("redemption.entitlement-used.v1");
    }

    private IEnumerable<RewardOrderMove> ToldOf(Guid order) =>
        shop.Outbox.Told.OfType<RewardOrderMoved>().Where(e => e.OrderId == order).Select(e => e.Move);
}
