using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.Redemption.Orders;
using RetailMember.Redemption.Tests.Shop;
using RetailMember.Redemption.Vouchers;
using static RetailMember.Redemption.Tests.Shop.Given;
using static RetailMember.Redemption.Tests.Shop.Rewards;

namespace RetailMember.Redemption.Tests.Orders;

public sealed class RedeemTestsOnSqlite(SqliteShop shop) : RedeemTests(shop), IClassFixture<SqliteShop>;

public sealed class RedeemTestsOnPostgres(PostgresShop shop) : RedeemTests(shop), IClassFixture<PostgresShop>;

public abstract class RedeemTests(Shop.Shop shop)
{
    [Fact, Trait("Req", "RD-01"), Trait("Req", "RD-11")]
    public async Task Goods_are_reserved_and_their_points_taken()
    {
        var (reward, member) = (await OfferAsync(Goods(300) with { HoldDays = 3 }), await shop.RichAsync(1_000));

        var order = await shop.Do(Order(reward, member));

        (order.State, order.Points, order.PointsBalance).ShouldBe((RewardOrderState.Reserved, 300, 700));
        order.HeldUntil.ShouldBe(Day("2026-03-04"));
        (await shop.PointsAsync(member)).ShouldBe(700);
        shop.Outbox.Told.OfType<RewardRedeemed>().ShouldContain(e => e.OrderId == order.Order && e.Points == 300);
    }

    [Fact, Trait("Req", "RD-01")]
    public async Task The_balance_that_is_told_is_what_can_be_spent_though_lapsed_points_still_stand_in_the_books()
    {
        var (reward, member) = (await OfferAsync(Goods(300)), await shop.RichAsync(1_000));
        await shop.GrantAsync(member, 50, expiresOn: "2026-03-01");

        var orders = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => shop.Do(Order(reward, member))));

        orders.Select(o => o.PointsBalance).Order().ShouldBe([100, 400, 700]);
        (await shop.PointsAsync(member)).ShouldBe(150);
    }

    [Fact, Trait("Req", "RD-10")]
    public async Task What_is_short_takes_nothing()
    {
        var reward = await OfferAsync(Goods(300) with { Stock = StockKind.Shared });
        await shop.SupplyAsync(reward, 1);
        var poor = await shop.RichAsync(299);
        var (first, second) = (await shop.RichAsync(1_000), await shop.RichAsync(1_000));

        (await shop.RefusalOf(Order(reward, poor))).ShouldBe("redemption.too-few-points");
        (await shop.Do(Order(reward, first))).State.ShouldBe(RewardOrderState.Reserved);
        (await shop.RefusalOf(Order(reward, second))).ShouldBe("redemption.reward-out-of-stock");
        (await shop.PointsAsync(second)).ShouldBe(1_000);
    }

    [Fact, Trait("Req", "RD-10")]
    public async Task Limits_and_gates_hold()
    {
        var limited = await OfferAsync(Goods(10) with { Limits = [new(LimitPeriod.Month, 2), new(LimitPeriod.Year, 5)] });
        var gold = await OfferAsync(Goods(10) with { Tiers = ["gold"] });
        var there = await OfferAsync(Goods(10) with { Stores = ["s2"] });
        var over = await OfferAsync(Goods(10) with { To = Day("2026-03-01") });
        var member = await shop.RichAsync(1_000);

        (await shop.RefusalOf(Order(limited, member) with { Pieces = 3 })).ShouldBe("redemption.reward-limit-reached");
        await shop.Do(Order(limited, member) with { Pieces = 2, Points = 20 });
        (await shop.RefusalOf(Order(limited, member))).ShouldBe("redemption.reward-limit-reached");
        (await shop.RefusalOf(Order(gold, member))).ShouldBe("redemption.reward-not-for-tier");
        (await shop.RefusalOf(Order(there, member))).ShouldBe("redemption.reward-not-here");
        (await shop.RefusalOf(Order(over, member))).ShouldBe("redemption.reward-not-offered");
        (await shop.RefusalOf(Order("no-such", member))).ShouldBe("redemption.reward-not-offered");
        (await shop.RefusalOf(Order(limited, member) with { Member = "nobody" })).ShouldBe("membership.member-not-found");
        (await shop.RefusalOf(Order(limited, member), Shop.Shop.Pharmacy)).ShouldNotBeEmpty();
    }

    [Fact, Trait("Req", "RD-05"), Trait("Req", "PH-02")]
    public async Task A_receipt_opens_its_price_once()
    {
        var reward = await OfferAsync(Goods(5_000) with
        {
            Prices = [new ConditionalPrice { Code = "p" + Key(), Points = 1_000, Tiers = ["gold"], ReceiptOfToday = Yuan(480m) }],
        });
        var member = await shop.RichAsync(2_500, "gold");
        shop.Members.Buy(member, "2026-03-02", 480m, 600m);

        (await shop.Do(Order(reward, member) with { Points = 1_000 })).Points.ShouldBe(1_000);
        (await shop.Do(Order(reward, member) with { Points = 1_000 })).Points.ShouldBe(1_000);
        (await shop.RefusalOf(Order(reward, member) with { Points = 1_000 })).ShouldBe("redemption.price-changed");
        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.too-few-points");
        (await shop.PointsAsync(member)).ShouldBe(500);
    }

    [Fact, Trait("Req", "RD-05"), Trait("Req", "PH-02")]
    public async Task The_privilege_wants_its_points_too()
    {
        var reward = await OfferAsync(Goods(5_000) with
        {
            Prices = [new ConditionalPrice { Code = "p" + Key(), Points = 1_000, ReceiptOfToday = Yuan(480m) }],
        });
        var member = await shop.RichAsync(900);
        shop.Members.Buy(member, "2026-03-02", 480m);

        (await shop.RefusalOf(Order(reward, member) with { Points = 1_000 })).ShouldBe("redemption.too-few-points");
        await shop.GrantAsync(member, 100);
        (await shop.Do(Order(reward, member) with { Points = 1_000 })).PointsBalance.ShouldBe(0);
    }

    [Fact, Trait("Req", "RD-01"), Trait("Req", "CORE-15")]
    public async Task Points_become_a_coupon_that_is_usable_at_once()
    {
        var definition = await shop.DefinitionAsync(Worth(1m));
        var reward = await OfferAsync(Goods(100) with { Kind = RewardKind.Coupon, VoucherDefinition = definition });
        var member = await shop.RichAsync(1_250);

        for (var i = 0; i < 12; i++) await shop.Do(Order(reward, member));

        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.too-few-points");
        (await shop.PointsAsync(member)).ShouldBe(50);
        var held = (await shop.Do(new FindVouchers.Input { Member = member.MemberNo })).Items;
        held.Sum(v => v.RemainingValue.Fen).ShouldBe(12_00);
    }

    [Fact, Trait("Req", "RD-01")]
    public async Task A_right_is_granted_with_the_redemption_or_neither_happens()
    {
        var granted = await OfferAsync(Goods(800) with { Kind = RewardKind.Right, Right = new RightTerms("test.special", "gold") });
        var refused = await OfferAsync(
            Goods(100) with { Kind = RewardKind.Right, Right = new RightTerms("test.special", SpecialInMemory.NoRight) });
        var member = await shop.RichAsync(1_000);

        var order = await shop.Do(Order(granted, member));
        (await shop.RefusalOf(Order(refused, member))).ShouldBe("membership.tier-not-found");

        shop.Members.Granted.Single(g => g.Member == member.Id)
            .ShouldBe(new RightGrant(member.Id, "gold", order.Order, Day("2026-03-02")));
        (await shop.PointsAsync(member)).ShouldBe(200);
    }

    [Fact, Trait("Req", "RD-09"), Trait("Req", "CORE-21")]
    public async Task A_service_is_had_so_many_times_at_its_pace()
    {
        var reward = await OfferAsync(Goods(100) with
        {
            Kind = RewardKind.Service,
            Service = new ServiceTerms { Uses = 2, Days = 60, Pace = new RewardLimit(LimitPeriod.Month, 1) },
        });
        var member = await shop.RichAsync(100);
        await shop.Do(Order(reward, member));
        var held = (await shop.Do(new FindEntitlements.Input(member.MemberNo))).Entitlements.Single();
        var serve = new UseEntitlement.Input { Key = Key(), StoreCode = "s1", Entitlement = held.Entitlement, Check = "card" };

        (await shop.Do(serve)).UsesLeft.ShouldBe(1);
        (await shop.Do(serve)).UsesLeft.ShouldBe(1);
        (await shop.RefusalOf(serve with { Key = Key() })).ShouldBe("redemption.entitlement-pace");
        shop.Clock.Set("2026-04-01");
        (await shop.Do(serve with { Key = Key() })).UsesLeft.ShouldBe(0);
        (await shop.RefusalOf(serve with { Key = Key() })).ShouldBe("redemption.entitlement-used-up");
        shop.Clock.Set("2026-03-02");
    }

    [Fact, Trait("Req", "RD-02")]
    public async Task What_was_only_in_an_edition_ends_with_it()
    {
        var reward = Code();
        await shop.Do(new EditReward.Input(reward, Goods(10)));
        await shop.EditionAsync("2027-06", "2027-06-01", "2027-06-30", reward);
        var member = await shop.RichAsync(100);

        shop.Clock.Set("2027-06-30", "23:59:59");
        (await shop.Do(Order(reward, member) with { Points = 10 })).Points.ShouldBe(10);
        shop.Clock.Set("2027-07-01", "00:00:00");
        (await shop.RefusalOf(Order(reward, member))).ShouldBe("redemption.reward-not-offered");
        shop.Clock.Set("2026-03-02");
    }

    private async Task<string> OfferAsync(RewardTerms terms) => (await shop.OfferAsync(terms))[0];
}
