using Microsoft.Extensions.DependencyInjection;
using RetailMember.Ledger;
using RetailMember.Membership;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class PoolTestsOnSqlite(SqliteShop shop) : PoolTests(shop), IClassFixture<SqliteShop>;

public sealed class PoolTestsOnPostgres(PostgresShop shop) : PoolTests(shop), IClassFixture<PostgresShop>;

/// <summary>A household whose module says whose points may pay.</summary>
public abstract class PoolTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-08")]
    public async Task A_gift_of_1200_takes_a_households_points_and_leaves_50()
    {
        var (main, a, b) = await HouseholdAsync();
        var reward = (await shop.OfferAsync(Goods(1_200)))[0];

        var order = await shop.Do(Order(reward, main) with { Pooled = true });

        (order.Points, order.PointsBalance).ShouldBe((1_200, await shop.PointsAsync(main)));
        (await TotalAsync(main, a, b)).ShouldBe(50);
        (await shop.InTables(t => t.GetRequiredService<IBookCheck>().FindAsync(default))).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "RD-04"), Trait("Req", "RD-08")]
    public async Task The_counter_sees_what_the_pool_buys_and_the_members_own_phone_does_not()
    {
        var (main, _, _) = await HouseholdAsync();
        var reward = (await shop.OfferAsync(Goods(1_200)))[0];
        var alone = await shop.RichAsync(1_200);

        var own = await shop.Do(new AffordableRewards.Input(main.MemberNo, "s1"));
        var pooled = await shop.Do(new AffordableRewards.Input(main.MemberNo, "s1", Pooled: true));
        var phone = await shop.TryDo(
            new AffordableRewards.Input(main.MemberNo, "s1", Pooled: true), caller: Shop.Shop.Phone(main));

        (own.Points, own.PoolPoints, own.Rewards.Any(r => r.Reward == reward)).ShouldBe((800, 1_250, false));
        (pooled.Points, pooled.PoolPoints, pooled.Rewards.Any(r => r.Reward == reward)).ShouldBe((800, 1_250, true));
        (phone.Value.PoolPoints, phone.Value.Rewards.Any(r => r.Reward == reward)).ShouldBe((null, false));
        (await shop.Do(new AffordableRewards.Input(alone.MemberNo, "s1", Pooled: true))).PoolPoints.ShouldBeNull();
    }

    [Fact, Trait("Req", "RD-08")]
    public async Task Each_may_redeem_alone_with_his_own_points_and_no_more()
    {
        var (main, a, b) = await HouseholdAsync();
        var codes = await shop.OfferAsync(Goods(300), Goods(301), Goods(1_251));

        (await shop.RefusalOf(Order(codes[1], a))).ShouldBe("redemption.too-few-points");
        await shop.Do(Order(codes[0], a));
        (await shop.PointsAsync(a)).ShouldBe(0);
        (await shop.RefusalOf(Order(codes[2], main) with { Pooled = true })).ShouldBe("redemption.too-few-points");

        (await TotalAsync(main, a, b)).ShouldBe(950);
        var stranger = await shop.RichAsync(100);
        (await shop.RefusalOf(Order(codes[0], stranger) with { Pooled = true })).ShouldBe("redemption.too-few-points");
    }

    [Fact, Trait("Req", "RD-08"), Trait("Req", "RD-11")]
    public async Task What_lapses_first_is_taken_first_whosever_it_is_and_a_cancellation_gives_each_his_own_lots_back()
    {
        var (main, other) = (shop.Members.Add(), shop.Members.Add());
        shop.Members.Households[main.Id] = [other.Id];
        await shop.GrantAsync(main, 100, "2026-12-31");
        await shop.GrantAsync(other, 70, "2026-06-30");
        await shop.GrantAsync(other, 50);
        var reward = (await shop.OfferAsync(Goods(150)))[0];

        var order = await shop.Do(Order(reward, main) with { Pooled = true });

        (await shop.LotsAsync(main)).Select(l => l.Remaining).ShouldBe([20]);
        (await shop.LotsAsync(other)).Select(l => (l.ExpiresOn, l.Remaining)).ShouldBe([(null, 50)]);
        await shop.Do(new CancelOrder.Input(order.Order, "changed his mind"));
        (await shop.LotsAsync(main)).Select(l => l.Remaining).ShouldBe([100]);
        (await shop.LotsAsync(other)).Select(l => (l.ExpiresOn, l.Remaining)).ShouldBe([(Day("2026-06-30"), 70), (null, 50)]);
        (await shop.InTables(t => t.GetRequiredService<IBookCheck>().FindAsync(default))).ShouldBeEmpty();
    }

    [Fact, Trait("Req", "RD-08")]
    public async Task A_household_at_twenty_tills_spends_what_it_has_once()
    {
        var (main, a, b) = await HouseholdAsync();
        shop.Members.Households[a.Id] = [main.Id, b.Id];
        var reward = (await shop.OfferAsync(Goods(400)))[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            shop.TryDo(Order(reward, i % 2 == 0 ? main : a) with { Pooled = true })));

        outcomes.Count(o => o.Accepted).ShouldBe(3);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "redemption.too-few-points");
        (await TotalAsync(main, a, b)).ShouldBe(50);
    }

    /// <summary>PH-08's household: 800 on the main card, 300 and 150 on the others.</summary>
    private async Task<(MemberSummary Main, MemberSummary A, MemberSummary B)> HouseholdAsync()
    {
        var (main, a, b) = (await shop.RichAsync(800), await shop.RichAsync(300), await shop.RichAsync(150));
        shop.Members.Households[main.Id] = [a.Id, b.Id];
        return (main, a, b);
    }

    private async Task<long> TotalAsync(params MemberSummary[] members) =>
        (await Task.WhenAll(members.Select(shop.PointsAsync))).Sum();
}
