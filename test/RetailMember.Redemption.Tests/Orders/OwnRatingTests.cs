using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Own;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.UseCases;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class OwnRatingTestsOnSqlite(SqliteShop shop) : OwnRatingTests(shop), IClassFixture<SqliteShop>;

public sealed class OwnRatingTestsOnPostgres(PostgresShop shop) : OwnRatingTests(shop), IClassFixture<PostgresShop>;

/// <summary>What a member chooses and rates on his own phone.</summary>
public abstract class OwnRatingTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-03")]
    public async Task What_a_member_has_rated_is_not_offered_to_him_again()
    {
        var reward = (await shop.OfferAsync(Goods(100)))[0];
        var (member, other) = (await shop.RichAsync(300), await shop.RichAsync(100));
        var phone = Shop.Shop.Phone(member);
        var orders = new List<Guid>();
        foreach (var who in new[] { member, member, other })
        {
            orders.Add((await shop.Do(Order(reward, who))).Order);
            await shop.Do(new Collect.Input { Key = Key(), StoreCode = "s1", Order = orders[^1], Check = "card" });
        }

        await shop.Do(Order(reward, member));
        (await ToRateAsync()).ShouldBe([orders[1], orders[0]]);
        (await shop.TryDo(new RateOwnReward.Input(orders[1], 5), caller: phone)).Accepted.ShouldBeTrue();

        (await ToRateAsync()).ShouldBe([orders[0]]);
        (await shop.RefusalOf(new RateOwnReward.Input(orders[1], 1), caller: phone)).ShouldBe("redemption.order-was-rated");
        (await shop.TryDo(new FindOrdersToRate.Input())).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);

        async Task<IEnumerable<Guid>> ToRateAsync() =>
            (await shop.TryDo(new FindOrdersToRate.Input(), caller: phone)).Value.Orders.Select(o => o.Order);
    }

    [Theory, Trait("Req", "RD-04"), InlineData(""), InlineData(null)]
    public async Task Any_store_is_no_store(string? store)
    {
        var codes = await shop.OfferAsync(Goods(100), Goods(100) with { Stores = ["s1"] });
        var member = await shop.RichAsync(100);

        var seen = await shop.TryDo(new AffordableRewards.Input(member.MemberNo, store), caller: Shop.Shop.Phone(member));

        seen.Value.Rewards.Select(r => r.Reward).Intersect(codes).ShouldBe([codes[0]]);
    }
}
