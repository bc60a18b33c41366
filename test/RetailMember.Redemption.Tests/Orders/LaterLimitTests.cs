using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class LaterLimitTestsOnSqlite(SqliteShop shop) : LaterLimitTests(shop), IClassFixture<SqliteShop>;

public sealed class LaterLimitTestsOnPostgres(PostgresShop shop) : LaterLimitTests(shop), IClassFixture<PostgresShop>;

/// <summary>A limit counts what was had before it was set, too.</summary>
[Trait("Req", "RD-10")]
public abstract class LaterLimitTests(Shop.Shop shop)
{
    private static readonly RewardTerms OneAMonth = Goods(10) with { Limits = [new(LimitPeriod.Month, 1), new(LimitPeriod.Ever, 3)] };

    [Fact]
    public async Task A_limit_that_is_set_later_counts_what_was_had_before()
    {
        var reward = (await shop.OfferAsync(Goods(10)))[0];
        var member = await shop.RichAsync(1_000);
        await shop.Do(Order(reward, member));

        await shop.Do(new EditReward.Input(reward, OneAMonth));

        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.reward-limit-reached");
        (await SeesAsync(member.MemberNo)).ShouldNotContain(reward);
        (await shop.Do(Order(reward, await shop.RichAsync(10)))).Points.ShouldBe(10);
    }

    [Fact]
    public async Task What_was_had_while_a_limit_was_away_counts_once_it_is_back()
    {
        var reward = (await shop.OfferAsync(OneAMonth))[0];
        var member = await shop.RichAsync(1_000);
        await shop.Do(Order(reward, member));
        await shop.Do(new EditReward.Input(reward, Goods(10)));
        await shop.Do(Order(reward, member));
        await shop.Do(Order(reward, member));

        await shop.Do(new EditReward.Input(reward, Goods(10) with { Limits = [new(LimitPeriod.Ever, 3)] }));

        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.reward-limit-reached");
    }

    [Fact]
    public async Task What_was_ordered_before_the_limit_and_cancelled_after_it_counts_no_more()
    {
        var reward = (await shop.OfferAsync(Goods(10)))[0];
        var member = await shop.RichAsync(1_000);
        var order = await shop.Do(Order(reward, member));
        await shop.Do(new EditReward.Input(reward, OneAMonth));
        await shop.RefusalOf(Order(reward, member));

        await shop.Do(new CancelOrder.Input(order.Order, "not wanted"));

        (await SeesAsync(member.MemberNo)).ShouldContain(reward);
        await shop.Do(Order(reward, member));
        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.reward-limit-reached");
    }

    [Fact]
    public async Task A_member_at_twenty_tills_stays_within_a_limit_that_was_set_a_moment_ago()
    {
        var reward = (await shop.OfferAsync(Goods(10)))[0];
        var member = await shop.RichAsync(1_000);
        await shop.Do(Order(reward, member));
        await shop.Do(new EditReward.Input(reward, Goods(10) with { Limits = [new(LimitPeriod.Month, 3)] }));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.TryDo(Order(reward, member))));

        outcomes.Count(o => o.Accepted).ShouldBe(2);
    }

    private async Task<IEnumerable<string>> SeesAsync(string member) =>
        (await shop.Do(new AffordableRewards.Input(member, "s1"))).Rewards.Select(r => r.Reward);
}
