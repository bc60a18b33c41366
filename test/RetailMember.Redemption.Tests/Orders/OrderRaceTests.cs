using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class OrderRaceTestsOnSqlite(SqliteShop shop) : OrderRaceTests(shop), IClassFixture<SqliteShop>;

public sealed class OrderRaceTestsOnPostgres(PostgresShop shop) : OrderRaceTests(shop), IClassFixture<PostgresShop>;

public abstract class OrderRaceTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-10")]
    public async Task Of_twenty_who_want_the_last_piece_one_gets_it_and_the_others_keep_their_points()
    {
        var reward = (await shop.OfferAsync(Goods(100) with { Stock = StockKind.Shared }))[0];
        await shop.SupplyAsync(reward, 1);
        var members = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.RichAsync(100)));

        var outcomes = await Task.WhenAll(members.Select(m => shop.TryDo(Order(reward, m))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.reward-out-of-stock");
        (await Task.WhenAll(members.Select(shop.PointsAsync))).Sum().ShouldBe(1_900);
    }

    [Fact, Trait("Req", "CORE-44")]
    public async Task One_key_sent_twenty_times_redeems_once_and_gets_one_answer()
    {
        var reward = (await shop.OfferAsync(
            Goods(100) with { Stock = StockKind.Shared, Limits = [new(LimitPeriod.Ever, 1)] }))[0];
        await shop.SupplyAsync(reward, 1);
        var member = await shop.RichAsync(100);
        var order = Order(reward, member);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(order)));

        outcomes.ShouldAllBe(o => o.Accepted);
        outcomes.Select(o => o.Value.Order).Distinct().Count().ShouldBe(1);
        (await shop.PointsAsync(member)).ShouldBe(0);
    }

    [Fact, Trait("Req", "RD-10")]
    public async Task A_member_at_twenty_tills_stays_within_points_and_limits()
    {
        var codes = await shop.OfferAsync(Goods(100), Goods(100) with { Limits = [new(LimitPeriod.Month, 3)] });
        var (poor, limited) = (await shop.RichAsync(350), await shop.RichAsync(10_000));

        var byPoints = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Order(codes[0], poor))));
        var byLimit = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Order(codes[1], limited))));

        byPoints.Count(o => o.Accepted).ShouldBe(3);
        byPoints.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.too-few-points");
        byLimit.Count(o => o.Accepted).ShouldBe(3);
        byLimit.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.reward-limit-reached");
    }

    [Fact, Trait("Req", "RD-11")]
    public async Task An_order_that_is_cancelled_and_collected_at_once_has_one_end()
    {
        var reward = (await shop.OfferAsync(Goods(100)))[0];
        var member = await shop.RichAsync(100);
        var order = (await shop.Do(Order(reward, member))).Order;

        var cancels = Enumerable.Range(0, 10).Select(_ => shop.TryDo(new CancelOrder.Input(order, "race")));
        var collects = Enumerable.Range(0, 10).Select(_ => shop.TryDo(
            new Collect.Input { Key = Key(), StoreCode = "s1", Order = order, Check = "known" }));
        var ends = (await Task.WhenAll(cancels.Concat(collects))).Where(o => o.Accepted).ToList();

        var end = ends.ShouldHaveSingleItem().Value.State;
        (await shop.PointsAsync(member)).ShouldBe(end == RewardOrderState.Cancelled ? 100 : 0);
    }
}
